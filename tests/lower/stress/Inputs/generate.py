"""Programs of a size that only machines write.

usage: generate.py KIND COUNT
"""
import sys
kind=sys.argv[1]; n=int(sys.argv[2])
H='''#include <earmark/earmark.h>
EARMARK_PERSONAL("contact.email") const char *email();
EARMARK_SINK("log") void sink(const char *);
'''
if kind=='statements':
    print(H+'int f(int);\nint g;\nvoid run() {\n  const char *e = "";\n  int x = 0;')
    for i in range(n//4):
        print(f'  x = f(x);\n  int v{i} = x + {i};\n  if (v{i} == 3) x = {i};\n  g = v{i};')
    print('  e = email();\n  sink(e);\n}')
elif kind=='members':
    print(H+'struct S {')
    for i in range(n): print(f'  const char *m{i} = ""; const char *get{i}() const {{ return m{i}; }} void set{i}(const char *t) {{ m{i} = t; }}')
    print('};\nvoid run() {\n  S s;')
    for i in range(n): print(f'  s.set{i}("");')
    print(f'  s.m{n//2} = email();\n  sink(s.get{n//2}());\n  S t = s; sink(t.m{n//2}); sink(t.m{n//2+1});\n}}')
elif kind=='switch':
    print(H+'int f(int);\nvoid run(int n) {\n  const char *e = "";\n  int x = 0;\n  switch (n) {')
    for i in range(n): print(f'  case {i}: x = f({i}); break;' if i!=n//2 else f'  case {i}: e = email(); break;')
    print('  }\n  sink(e);\n}')
elif kind=='list':
    print(H+'const char *table[] = {')
    for i in range(n): print('  email(),' if i==n//2 else f'  "",')
    print('};\nint numbers[] = {')
    print(','.join(str(i) for i in range(n)))
    print('};\nvoid run(int i) { sink(table[i]); }\nvoid local(int i) { const char *t[] = {'+','.join(['"x"']*(n//10)+['email()'])+'}; sink(t[i]); }')
elif kind=='nested':
    print(H+'const char *same(const char *);\nint id(int x);\nvoid run(int n) {\n  int x = '+'('*n+'n'+' + 1)'*n+';\n  sink(x ? email() : "");\n}')
elif kind=='nested-calls':
    print(H+'const char *same(const char *t) { return t; }\nvoid run() { sink('+'same('*n+'email()'+')'*n+'); }')
elif kind=='conditions':
    print(H+'int f(int);\nvoid run(int n) { const char *e="";')
    for i in range(n): print(f'  if (f({i}) && n > {i}) {{ e = f({i}) ? "" : "x"; }}')
    print('  e = email(); sink(e); }')
elif kind=='loops':
    print(H+'int f(int);\nvoid run(int n) { const char *e="";')
    for i in range(n): print(f'  for (int i{i} = 0; i{i} < n; ++i{i}) {{ e = f(i{i}) ? e : "x"; }}')
    print('  e = email(); sink(e); }')
elif kind=='nest-loops':
    print(H+'int f(int);\nvoid run(int n) { const char *e="";')
    print(''.join(f'for (int i{i} = 0; i{i} < n; ++i{i}) {{ const char *v{i} = e; if (f(i{i})) e = v{i};' for i in range(n)))
    print('e = email();'+'}'*n+'  sink(e); }')
elif kind=='chain':
    print(H+'struct B { B &add(const char *t) { x = t; return *this; } const char *x; };\nvoid run() { B b; b')
    for i in range(n): print(f'  .add("{i}")')
    print('; sink(email()); }')
