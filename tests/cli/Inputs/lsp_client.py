"""Drives `earmark lsp` as an editor does.

    lsp_client.py EARMARK DIRECTORY [EARMARK ARGUMENT...]    the conversation below, then prints what came
    lsp_client.py --hostile EARMARK DIRECTORY                malformed and random input: it answers and ends
"""
import json
import os
import random
import subprocess
import sys
import threading
import queue


class Server:
    def __init__(self, command, directory):
        self.process = subprocess.Popen(command, cwd=directory, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.inbox = queue.Queue()
        self.number = 0
        self.diagnostics = {}
        threading.Thread(target=self.read, daemon=True).start()

    def read(self):
        out = self.process.stdout
        while True:
            length = None
            while (line := out.readline()) not in (b"\r\n", b""):
                name, _, value = line.decode().partition(":")
                assert name == "Content-Length", line
                length = int(value)
            if length is None:
                self.inbox.put(None)
                return
            self.inbox.put(json.loads(out.read(length)))

    def raw(self, data):
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.raw(b"Content-Length: %d\r\n\r\n" % len(body) + body)

    def notify(self, method, params):
        self.send({"method": method, "params": params})

    def next(self, timeout=60):
        message = self.inbox.get(timeout=timeout)
        if message and message.get("method") == "textDocument/publishDiagnostics":
            self.diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
        return message

    def request(self, method, params=None):
        self.number += 1
        self.send({"id": self.number, "method": method, "params": params or {}})
        while True:
            message = self.next()
            assert message is not None, "the server ended"
            if message.get("id") == self.number:
                return message

    def published(self, uri, until):
        """Waits for diagnostics of `uri` that `until` likes."""
        while not until(self.diagnostics.get(uri, [])):
            assert self.next() is not None, "the server ended"
        return self.diagnostics[uri]

    def end(self):
        self.request("shutdown")
        self.notify("exit", {})
        return self.process.wait(timeout=30)


def applied(text, edits):
    lines = text.split("\n")
    for edit in sorted(edits, key=lambda e: (e["range"]["start"]["line"], e["range"]["start"]["character"]), reverse=True):
        start, end = edit["range"]["start"], edit["range"]["end"]
        assert start == end
        line = lines[start["line"]].encode("utf-16-le")
        at = start["character"] * 2
        lines[start["line"]] = (line[:at] + edit["newText"].encode("utf-16-le") + line[at:]).decode("utf-16-le")
    return "\n".join(lines)


def converse(earmark, directory, arguments):
    server = Server([earmark, "lsp", *arguments], directory)
    uri = lambda name: "file://" + os.path.join(directory, name)
    early = server.request("textDocument/hover", {})
    print("before initialize:", early["error"]["code"])
    capabilities = server.request("initialize", {"rootUri": "file://" + directory, "capabilities": {}})["result"]["capabilities"]
    print("sync:", json.dumps(capabilities["textDocumentSync"], sort_keys=True), "hover:", capabilities["hoverProvider"])
    server.notify("initialized", {})
    name = "gr\u00e9et.cpp"
    target = "file://" + os.path.join(directory, "gr%C3%A9et.cpp")
    text = open(os.path.join(directory, name), encoding="utf-8").read()
    server.notify("textDocument/didOpen", {"textDocument": {"uri": target, "languageId": "cpp", "version": 1, "text": text}})
    found = server.published(target, lambda all: len(all) == 1)[0]
    start, end = found["range"]["start"], found["range"]["end"]
    line = text.split("\n")[start["line"]].encode("utf-16-le")
    print("finding:", found["code"], found["severity"], "over", line[start["character"] * 2 : end["character"] * 2].decode("utf-16-le"))
    for step in found["relatedInformation"]:
        print("  step:", os.path.basename(step["location"]["uri"]), step["location"]["range"]["start"]["line"] + 1, step["message"])

    hover = server.request("textDocument/hover", {"textDocument": {"uri": target}, "position": start})["result"]
    print("hover:", hover["contents"]["kind"], hover["contents"]["value"].split("\n")[0])
    print("hover elsewhere:", server.request("textDocument/hover", {"textDocument": {"uri": target}, "position": {"line": 0, "character": 0}})["result"])

    actions = server.request("textDocument/codeAction", {"textDocument": {"uri": target}, "range": found["range"], "context": {"diagnostics": [found]}})["result"]
    for action in actions:
        print("action:", action["title"])
        for line in applied(text, action["edit"]["changes"][target]).split("\n"):
            if line not in text.split("\n"):
                print("  makes:", line)
    declaration = next(i for i, line in enumerate(text.split("\n")) if "iban[" in line)
    there = {"start": {"line": declaration, "character": 0}, "end": {"line": declaration, "character": 0}}
    for action in server.request("textDocument/codeAction", {"textDocument": {"uri": target}, "range": there, "context": {"diagnostics": []}})["result"]:
        print("action:", action["title"])
        for line in applied(text, action["edit"]["changes"][target]).split("\n"):
            if line not in text.split("\n"):
                print("  makes:", line)

    # What is typed counts, before it is saved: the wrapped read is clean.
    wrap = next(action for action in actions if action["title"].startswith("Wrap"))
    server.notify("textDocument/didChange", {"textDocument": {"uri": target, "version": 2}, "contentChanges": [{"text": "x"}]})
    server.notify("textDocument/didChange", {"textDocument": {"uri": target, "version": 3}, "contentChanges": [{"text": applied(text, wrap["edit"]["changes"][target])}]})
    server.published(target, lambda all: not all)
    print("changed: clean")
    # Closed without saving: the file on disk counts again.
    server.notify("textDocument/didClose", {"textDocument": {"uri": target}})
    server.published(target, lambda all: len(all) == 1)
    print("closed: found again")
    # Across files: a caller in another unit is saved, and the sink's unit is told.
    with open(os.path.join(directory, name), "w", encoding="utf-8") as file:
        file.write(text.replace("std::puts(", "tell("))
    server.notify("textDocument/didSave", {"textDocument": {"uri": target}})
    across = server.published(uri("tell.cpp"), lambda all: len(all) == 1)[0]
    print("saved:", across["code"], "from", os.path.basename(across["relatedInformation"][0]["location"]["uri"]))
    assert not server.diagnostics[target]
    # A policy that cannot be used is told in its own file; what was found stays.
    policy = os.path.join(directory, "earmark.yaml")
    with open(policy, "w") as file:
        file.write("earmark: 1\npurposes: {service: {owners: me}}\n")
    server.notify("textDocument/didSave", {"textDocument": {"uri": uri("earmark.yaml")}})
    wrong = server.published(uri("earmark.yaml"), lambda all: all)[0]
    print("policy:", wrong["range"]["start"]["line"], wrong["message"])
    assert server.diagnostics[uri("tell.cpp")]
    print("unknown method:", server.request("textDocument/rename")["error"]["code"])
    print("ends:", server.end())


def hostile(earmark, directory):
    server = Server([earmark, "lsp"], directory)
    for data in (
        b"nonsense\r\n\r\n",
        b"Content-Length: -4\r\n\r\n",
        b"Content-Length: 99999999999999999999999\r\n\r\n",
        b"Content-Length: 3\r\n\r\n{{{",
        b"Content-Length: 2\r\n\r\n[]",
        b"Content-Length: 4\r\n\r\nnull",
        b"Content-Length: 0\r\n\r\n",
        b"X: " + b"y" * 100000 + b"\r\nContent-Length: 6\r\n\r\n\xff\xfe\x00\x01\x02\x03",
        b"Content-Length: 200000\r\n\r\n" + b"[" * 200000,
    ):
        server.raw(data)
        message = server.next()
        assert message["error"]["code"] in (-32700, -32600), message
    server.request("initialize", {"rootUri": 7, "workspaceFolders": [1, {"uri": []}, {"uri": "file:///%00"}]})
    rng = random.Random(20261124)

    def value(depth=0):
        kind = rng.randrange(9 if depth < 3 else 6)
        if kind == 0:
            return None
        if kind == 1:
            return rng.choice([0, -1, 1, 2**31, 2**53, 1e300, -2**63, 3])
        if kind == 2:
            return rng.choice(["", "file:///x", "file://h", "file:///%zz%", "file:///" + "../" * 50, "\ud7ff\u0000", "http://x", "1"])
        if kind in (3, 4, 5):
            return rng.choice([True, [], {}])
        if kind == 6:
            return [value(depth + 1) for _ in range(rng.randrange(4))]
        keys = ["uri", "textDocument", "position", "range", "start", "end", "line", "character", "text", "contentChanges", "context"]
        return {rng.choice(keys): value(depth + 1) for _ in range(rng.randrange(5))}

    methods = ["textDocument/" + name for name in ("hover", "codeAction", "didOpen", "didChange", "didClose", "didSave", "x")]
    for _ in range(3000):
        message = {"method": rng.choice(methods + ["initialize", "$/cancelRequest", ""]), "params": value()}
        if rng.random() < 0.5:
            message["id"] = value(3)
        if rng.random() < 0.1:
            del message["method"]
        server.send(message)
    document = {"textDocument": {"uri": "file://" + directory + "/x.cpp"}}
    for line in (0, 2**31, 2**53):
        position = {"line": line, "character": line}
        assert server.request("textDocument/hover", {**document, "position": position})["result"] is None
        assert server.request("textDocument/codeAction", {**document, "range": {"start": position, "end": position}})["result"] == []
    print("it answers")
    print("ends:", server.end())
    # An editor that goes without a word, in the middle of a message.
    server = Server([earmark, "lsp"], directory)
    server.raw(b"Content-Length: 100\r\n\r\n{")
    server.process.stdin.close()
    print("cut off:", server.process.wait(timeout=30))


if sys.argv[1] == "--hostile":
    hostile(sys.argv[2], sys.argv[3])
else:
    converse(sys.argv[1], sys.argv[2], sys.argv[3:])
