"""Runs the templates for continuous integration as far as a machine without their services can.

usage: ci.py TEMPLATES FOLDER EARMARK ANNOTATIONS    FOLDER has main.cpp, next.cpp and CMakeLists.txt
"""
import os
import re
import shutil
import subprocess
import sys

import yaml

templates, folder, earmark, annotations = (os.path.abspath(argument) for argument in sys.argv[1:])


class Repository:
    """A checkout in which a pipeline runs: the project, ci/earmark-ci.sh, earmark in PATH."""

    def __init__(self, name):
        self.root = os.path.join(folder, "run-" + name)
        shutil.rmtree(self.root, ignore_errors=True)
        os.makedirs(os.path.join(self.root, "ci"))
        os.makedirs(os.path.join(self.root, "bin"))
        for file in ("main.cpp", "CMakeLists.txt", "earmark.yaml"):
            shutil.copy(os.path.join(folder, file), self.root)
        shutil.copy(os.path.join(templates, "earmark-ci.sh"), os.path.join(self.root, "ci"))
        os.symlink(earmark, os.path.join(self.root, "bin", "earmark"))
        self.environment = dict(os.environ, PATH=os.path.join(self.root, "bin") + os.pathsep + os.environ["PATH"],
                                EARMARK_TEST_ANNOTATIONS=annotations,
                                GITHUB_STEP_SUMMARY=os.path.join(self.root, "summary.md"),
                                CI_COMMIT_BRANCH="main", CI_DEFAULT_BRANCH="main")

    def run(self, command, **environment):
        return subprocess.run(["sh", "-e", "-c", command], cwd=self.root, env=dict(self.environment, **environment),
                              capture_output=True, text=True)


def pipeline(name, commands, published, environment, own_baseline):
    """Runs the commands three times: of the main branch, of an unchanged one, of one with a new flow."""
    repository = Repository(name)

    def once():
        status = 0
        for command in commands:
            ended = repository.run(command, **environment)
            if "earmark-ci.sh" in command:
                status = ended.returncode
            else:
                assert ended.returncode == 0, (command, ended.stdout, ended.stderr)
        if not own_baseline:
            os.makedirs(repository.root + "/earmark-baseline", exist_ok=True)
            for file in ("findings.json", "inventory.json"):
                shutil.copy(f"{repository.root}/earmark-out/{file}", repository.root + "/earmark-baseline")
        return status

    leak = once()
    for path in published:
        assert os.path.exists(os.path.join(repository.root, path)), path
    known = once()
    shutil.copy(os.path.join(folder, "next.cpp"), os.path.join(repository.root, "main.cpp"))
    once()
    comment = open(repository.root + "/earmark-out/comment.md").read()
    told = "newly keeps contact.email of customer in orders\\-db" in comment
    print(f"{name}: {len(commands)} commands, {len(published)} published; leak {leak}, known {known}, "
          f"{'new flow told' if told else comment}")


def load(name):
    return yaml.safe_load(open(os.path.join(templates, name)))


github = load("github.yml")
steps = github["jobs"]["earmark"]["steps"]
assert set(github[True]) == {"pull_request", "push"}  # YAML 1.1 reads `on` as true
assert not [step for step in steps if "${{" in step.get("run", "")], "text of an event in a command"
environment = {key: value for step in steps for key, value in step.get("env", {}).items()}
pipeline("github", [step["run"] for step in steps if "run" in step and step["name"] != "Install"],
         ["earmark-out/earmark.sarif", "earmark-out", "summary.md"], environment, True)
assert [step["with"]["sarif_file"] for step in steps if "upload-sarif" in step.get("uses", "")] == ["earmark-out/earmark.sarif"]

gitlab = load("gitlab.yml")["earmark"]
reports = gitlab["artifacts"]["reports"]
pipeline("gitlab", gitlab["script"] + gitlab["after_script"], [reports["codequality"], reports["junit"], "earmark-baseline"],
         gitlab["variables"], True)

steps = load("azure-pipelines.yml")["steps"]
environment = {key: value for step in steps for key, value in step.get("env", {}).items()}
pipeline("azure", [step["script"] for step in steps if "script" in step and step["displayName"] != "Install"],
         [step["inputs"][key] for step in steps for key in ("pathToPublish", "testResultsFiles") if key in step.get("inputs", {})],
         environment, True)

jenkins = open(os.path.join(templates, "Jenkinsfile")).read()
assert jenkins.count("{") == jenkins.count("}") and jenkins.count("(") == jenkins.count(")")
pipeline("jenkins", [command for command in re.findall(r"sh '([^']*)'", jenkins) if "apt-get" not in command],
         re.findall(r"(?:pattern|testResults): '([^']*)'", jenkins) + ["earmark-out"], {"EARMARK_BASELINE": "earmark-baseline"}, False)

repository = Repository("script")
repository.run("cmake -S . -B build -G Ninja -DCMAKE_EXPORT_COMPILE_COMMANDS=ON")
script = "sh ci/earmark-ci.sh "
wrong = repository.run(script + "nowhere out").returncode
repository.run(script + "build base")
shutil.copy(os.path.join(folder, "next.cpp"), repository.root + "/main.cpp")
failing = repository.run(script + "build out", EARMARK_BASELINE="base", EARMARK_NEW_FLOWS="fail").returncode
assert repository.run(script + "build out", EARMARK_BASELINE="base").returncode == 0
with open(repository.root + "/main.cpp", "a") as source:
    source.write("int x = ;\n")
print(f"script: incomplete {repository.run(script + 'build out').returncode}, wrong usage {wrong}, new flows as failure {failing}")
