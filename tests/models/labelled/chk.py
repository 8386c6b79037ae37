#!/usr/bin/env python3
# chk.py [-s STD] [-r] [-x FLAG] FILES: compare earmark's findings with lines marked `// !` (or CHECK:); -r: execute too
import sys,subprocess,json,re,os,getopt
from concurrent.futures import ThreadPoolExecutor
EAR='/work/wt/stl/build/release/bin/earmark'
opts,files=getopt.getopt(sys.argv[1:],'ls:rx:')
std='c++20'; run=False; only=False; extra=[]
for o,a in opts:
    if o=='-s': std=a
    if o=='-r': run=True
    if o=='-l': run=True; only=True
    if o=='-x': extra.append(a)
def leak(l): return '// !' in l or 'CHECK: [[@LINE]]' in l
def labels(f,src,want,s):
    out=[]
    if True:
        exe='/tmp/stl/x.'+os.path.basename(f)
        L=open(f).read().split('\n'); txt='\n'.join(L)
        L=[l if 'EARMARK_SINK' in l else re.sub(r'(?<![.\w:])(sink\w*)\(',r'rtns::RT{__LINE__}.\1(',l) for l in L]
        mains=[m.group(1) for l in L for m in [re.match(r'void (\w+)\(\) \{',l)] if m]
        g='/tmp/stl/x.'+os.path.basename(f)+'.cpp'
        open(g,'w').write('\n'.join(L)+'\n#include <unistd.h>\n#include <sys/wait.h>\nint main(){setvbuf(stdout,0,_IOLBF,1<<16);'+''.join('if(!fork()){'+m+'();fflush(stdout);_exit(0);}{int st;wait(&st);if(st)std::printf("CRASH '+m+'\\n");}' for m in mains)+'}\n')
        c=subprocess.run(['clang++-19','-w','-std='+s,'-I/work/wt/stl/annotations','-include','/tmp/stl/rt.h',g,'/tmp/stl/rt.o','-o',exe,'-lm'],capture_output=True,text=True)
        if c.returncode: out.append('COMPILE '+c.stderr[:3000])
        else:
            r=subprocess.run([exe],capture_output=True,text=True,timeout=20)
            if r.returncode: out.append(f'RUN exit {r.returncode} {r.stderr[:300]}')
            ran={int(x.split()[1]) for x in r.stdout.split('\n') if x.startswith('LEAK')}
            seen={int(x.split()[1]) for x in r.stdout.split('\n') if x.startswith('SEEN')}
            out+=[x for x in r.stdout.split('\n') if x.startswith('CRASH')]
            for l in sorted((want&seen)-ran): out.append(f'{f}:{l}: LABEL? marked but not executed-leak ({"seen" if l in seen else "unseen"}) {src[l-1].strip()[:120]}')
            for l in sorted(ran-want): out.append(f'{f}:{l}: LABEL? leaks in execution {src[l-1].strip()[:120]}')
        if os.path.exists(exe): os.remove(exe)
    return '\n'.join(out)
def one(f):
    src=open(f).read().split('\n')
    want={i+1 for i,l in enumerate(src) if leak(l)}
    m=re.search(r'-std=([a-z0-9+]+)',src[0]) if src else None
    s=m.group(1) if m else std
    got={}; out=[]
    if only: return labels(f,src,want,s),0,0,0
    p=subprocess.run([EAR,'check',f,'--format','json','--','-std='+s,'-I/work/wt/stl/annotations',*extra],capture_output=True,text=True)
    out=[]
    try: d=json.loads(p.stdout)
    except Exception as e: return f'{f}: BAD {p.stdout[:500]} {p.stderr[:1500]}',0,0,0
    got={}
    for x in d['findings']:
        got[x['location']['line'] if 'location' in x else x['line']]=x.get('confidence')
    n=0
    if 'error:' in p.stderr and not got: return f'{f}: '+p.stderr[:1500],0,0,0
    for l in sorted(want-set(got)): out.append(f'{f}:{l}: FN {src[l-1].strip()[:150]}')
    for l in sorted(set(got)-want): out.append(f'{f}:{l}: FP({got[l]}) {src[l-1].strip()[:150]}')
    for l in sorted(set(got)&want):
        if got[l]=='possible': out.append(f'{f}:{l}: WEAK {src[l-1].strip()[:150]}')
    if run: out.append(labels(f,src,want,s))
    sinks={i+1 for i,l in enumerate(src) if re.search(r'\bsink\w*\(',l) and 'EARMARK_SINK' not in l}
    return '\n'.join(out),len(sinks),len(want-set(got)),len(set(got)-want)
T=[0,0,0]
with ThreadPoolExecutor(2) as ex:
    for f,r in zip(files,ex.map(one,files)):
        if r[0]: print(r[0])
        for i in range(3): T[i]+=r[i+1]
print(f'sinks {T[0]} FN {T[1]} FP {T[2]}')
