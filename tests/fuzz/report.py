"""What a run says: the counts, what went wrong with which construct, and small programs."""
import collections

from program import emit


def counts(verdicts):
    leaks = found = missed = surplus = sinks = 0
    for verdict in verdicts:
        sinks += len(verdict.sinks)
        missed += len(verdict.missed())
        surplus += len(verdict.surplus())
        leaks += sum(leaked for _, leaked, _ in verdict.sinks)
        found += sum(reported for _, _, reported in verdict.sinks)
    recall = 100 * (leaks - missed) / leaks if leaks else 100.0
    precision = 100 * (found - surplus) / found if found else 100.0
    return sinks, leaks, missed, surplus, recall, precision


def suspects(verdicts, wrong, limit=12):
    """The constructs that wrong programs use more often than others do."""
    bad, all_ = collections.Counter(), collections.Counter()
    for verdict in verdicts:
        for name in set(verdict.program.uses):
            all_[name] += 1
            bad[name] += bool(wrong(verdict))
    ranked = sorted((name for name in bad if bad[name]), key=lambda n: (-bad[n] / (all_[n] + 4), n))
    return [f"{name} ({bad[name]} of {all_[name]})" for name in ranked[:limit]]


def summary(verdicts):
    sinks, leaks, missed, surplus, recall, precision = counts(verdicts)
    broken = [v for v in verdicts if v.broken]
    used = {name for v in verdicts for name in v.program.uses}
    lines = [
        f"{len(verdicts)} programs, {sinks} sinks, {len(used)} constructs used",
        f"{leaks} leaks seen, {missed} of them missed: recall {recall:.2f} %",
        f"{surplus} reports surplus: precision {precision:.2f} %",
    ]
    for kind, wrong in (("missed", lambda v: v.missed()), ("surplus", lambda v: v.surplus())):
        if any(wrong(v) for v in verdicts):
            lines.append(f"{kind} most often with: " + ", ".join(suspects(verdicts, wrong)))
    if broken:
        lines.append(f"{len(broken)} programs could not be judged, with: " + ", ".join(suspects(verdicts, lambda v: v.broken)))
        lines += [f"  {v.program.name}: {v.broken}" for v in broken[:10]]
    return "\n".join(lines)


def to_shrink(verdicts, limit):
    """The smallest wrong programs of each kind."""
    jobs = []
    for kind, wrong in (("missed", lambda v: v.missed()), ("surplus", lambda v: v.surplus())):
        failing = sorted((v for v in verdicts if wrong(v)), key=lambda v: v.program.size())
        jobs += [(kind, v) for v in failing[:limit]]
    return jobs


def listing(verdict):
    """A program's sinks, and what is said of each."""
    if verdict.broken:
        return f"// {verdict.program.name}: {verdict.broken}\n"
    words = {(True, True): "leaks", (False, False): "clean", (True, False): "MISSED", (False, True): "SURPLUS"}
    return "".join(f"// {words[leaked, found]}: {text}\n" for text, leaked, found in verdict.sinks)


def marked(verdict):
    """A wrong program as it stands, its wrong sinks marked where they are."""
    words = {(True, False): "  // MISSED", (False, True): "  // SURPLUS"}
    of_sinks = iter(verdict.sinks)
    lines = [f"// {verdict.program.name}"]
    for part in [item.lines for item in verdict.program.items] + [verdict.program.body]:
        for line in part:
            marks = {words.get(next(of_sinks)[1:], "") for _ in range(line.count("@"))}
            lines.append(line + "".join(sorted(marks)))
    return "\n".join(lines) + "\n"


def shrunk(kind, verdict):
    program = verdict.program
    files = emit([program]).files
    parts = [f"//--- {name}\n" * (len(files) > 1) + text for name, text in files.items()]
    return f"// {kind}, from {program.name}\n" + listing(verdict) + "".join(parts)


def status(verdicts, least):
    _, _, missed, _, _, precision = counts(verdicts)
    return 1 if missed or precision < least or any(v.broken for v in verdicts) or not verdicts else 0
