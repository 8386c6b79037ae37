"""Fails where the checks are not those of the rules of the pack, and three more.

usage: all_rules.py PACK LIST-OF-CHECKS
"""
import re
import sys

pack = open(sys.argv[1]).read()
rules = set(re.findall(r"^  ([a-z-]+):$", pack[pack.index("\nrules:"):], re.M))
checks = {word[len("earmark-"):] for word in open(sys.argv[2]).read().split() if word.startswith("earmark-")}
difference = checks ^ (rules | {"annotation", "project-rule", "unannotated"})
if difference or not rules:
    sys.exit(f"not the same: {sorted(difference)}")
