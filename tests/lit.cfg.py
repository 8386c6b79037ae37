# The lit suites: small programs with their expectations on the line they
# concern. `lit tests` finds the command in build/release/bin, or where
# EARMARK_BIN says.
import os
import shutil

import lit.formats
import lit.Test

# A gap that is closed must leave tests/gaps: lit itself lets that pass.
lit.Test.XPASS.isFailure = True

here = os.path.dirname(os.path.abspath(__file__))
root = os.path.dirname(here)
llvm = os.environ.get("EARMARK_LLVM", "/usr/lib/llvm-19")

config.name = "earmark"
config.test_format = lit.formats.ShTest(execute_external=False)
config.suffixes = [".cpp", ".c", ".test"]
config.excludes = ["unit", "bench", "truth", "Inputs"]
config.test_source_root = here
config.test_exec_root = os.environ.get("EARMARK_LIT_OUTPUT", os.path.join(root, "build", "lit"))

binary = os.environ.get("EARMARK_BIN", os.path.join(root, "build", "release", "bin", "earmark"))
if not os.path.exists(binary):
    lit_config.fatal(f"{binary} is not there: run ./dev build, or set EARMARK_BIN")
earmark = os.path.join(here, "run-earmark")


def tool(*names):
    for name in names:
        found = shutil.which(name)
        if found:
            return found
    return names[0]


# Longer names first: a substitution applies wherever its text stands.
config.substitutions += [
    ("%annotations", os.path.join(root, "annotations")),
    ("%clangxx", tool("clang++-19", "clang++")),
    ("%clang", tool("clang-19", "clang")),
    # Source lines in a report would repeat the expectations that stand on them.
    ("%earmark check", earmark + " check --no-source"),
    ("%earmark", earmark),
    ("%python", tool("python3")),
    ("%root", root),
    ("%build", os.path.dirname(os.path.dirname(os.path.abspath(binary)))),
    ("%gxx", tool("g++-12", "g++")),
    ("%gcc", tool("gcc-12", "gcc")),
]
config.environment["PATH"] = os.pathsep.join(
    [os.path.join(llvm, "bin"), os.environ.get("PATH", "/usr/bin:/bin")]
)
config.environment["LC_ALL"] = "C.UTF-8"
config.environment["EARMARK_ROOT"] = root
config.environment["EARMARK_BIN"] = os.path.abspath(binary)
# A browser and its remote control, which ./dev setup fetches where npm is there.
modules = os.environ.get("EARMARK_NODE_MODULES", os.path.join(root, "build", "node", "node_modules"))
browser = shutil.which("chromium") or shutil.which("google-chrome")
if shutil.which("node") and browser and all(os.path.exists(os.path.join(modules, name)) for name in ("playwright-core", "axe-core")):
    config.available_features.add("browser")
    config.substitutions += [("%node", shutil.which("node")), ("%browser", browser), ("%modules", modules)]
if os.path.isdir("/usr/lib/x86_64-linux-gnu/cmake/Qt5") or shutil.which("moc"):
    config.available_features.add("qt")
for name in ("EARMARK_LIMIT", "ASAN_OPTIONS", "UBSAN_OPTIONS"):
    if name in os.environ:
        config.environment[name] = os.environ[name]
