#include "driver/CommandText.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/raw_ostream.h"

namespace earmark {
namespace {

bool isFolder(const OptionText &option) {
  return option.value == "DIR" || option.value == "BUILD" || option.value == "FOLDER";
}

/// In single quotes of a shell.
std::string quoted(llvm::StringRef text) {
  std::string out = "'";
  for (char letter : text)
    out += letter == '\'' ? std::string("'\\''") : std::string(1, letter);
  return out + "'";
}

std::string namesOf(const CommandText &command) {
  std::vector<std::string> names;
  for (const CommandText &inner : command.commands)
    names.push_back(inner.name);
  for (const OptionText &option : command.options)
    if (!option.positional)
      names.insert(names.end(), option.names.begin(), option.names.end());
  return llvm::join(names, " ");
}

/// Every command below `command` by its words: "check", "policy lint".
template <typename Visit>
void eachCommand(const CommandText &command, const std::string &path, Visit visit) {
  visit(path, command);
  for (const CommandText &inner : command.commands)
    eachCommand(inner, path.empty() ? inner.name : path + " " + inner.name, visit);
}

std::string bash(const CommandText &command) {
  std::string text;
  llvm::raw_string_ostream out(text);
  out << "# bash completion of earmark, made by: earmark completions bash\n"
         "_earmark() {\n"
         "  local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}\n"
         "  local path= word i\n"
         "  COMPREPLY=()\n"
         "  for ((i = 1; i < COMP_CWORD; i++)); do\n"
         "    word=${COMP_WORDS[i]}\n"
         "    [[ $word == -- ]] && return\n"
         "    case \"$path${path:+ }$word\" in\n      ";
  std::vector<std::string> paths;
  eachCommand(command, "", [&](const std::string &path, const CommandText &) {
    if (!path.empty())
      paths.push_back(quoted(path));
  });
  out << llvm::join(paths, "|") << ") path+=${path:+ }$word ;;\n    esac\n  done\n"
      << "  case \"$path:$before\" in\n";
  eachCommand(command, "", [&](const std::string &path, const CommandText &at) {
    for (const OptionText &option : at.options) {
      if (option.positional || option.value.empty())
        continue;
      std::vector<std::string> patterns;
      for (const std::string &name : option.names)
        patterns.push_back(quoted(path + ":" + name));
      out << "    " << llvm::join(patterns, "|") << ") ";
      if (!option.words.empty())
        out << "COMPREPLY=($(compgen -W " << quoted(llvm::join(option.words, " "))
            << " -- \"$current\"))";
      else
        out << "compopt -o filenames; mapfile -t COMPREPLY < <(compgen "
            << (isFolder(option) ? "-d" : "-f") << " -- \"$current\")";
      out << "; return ;;\n";
    }
  });
  out << "  esac\n  local words=\n  case $path in\n";
  eachCommand(command, "", [&](const std::string &path, const CommandText &at) {
    std::string words = namesOf(at);
    for (const OptionText &option : at.options)
      if (option.positional)
        for (const std::string &word : option.words)
          words += " " + word;
    out << "    " << quoted(path) << ") words=" << quoted(words) << " ;;\n";
  });
  out << "  esac\n"
         "  COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))\n"
         "  if ((${#COMPREPLY[@]} == 0)); then\n"
         "    compopt -o filenames\n"
         "    mapfile -t COMPREPLY < <(compgen -f -- \"$current\")\n"
         "  fi\n"
         "}\n"
         "complete -F _earmark earmark\n";
  return text;
}

/// In a specification of _arguments: brackets and colons are its own.
std::string zshText(llvm::StringRef text) {
  std::string out;
  for (char letter : text) {
    if (letter == '[' || letter == ']' || letter == ':' || letter == '\\')
      out += '\\';
    out += letter;
  }
  return out;
}

std::string zshFunction(const std::string &path) {
  std::string name = "_earmark";
  for (char letter : path.empty() ? "" : "_" + path)
    name += letter == ' ' || letter == '-' ? '_' : letter;
  return name;
}

std::string zshAction(const OptionText &option) {
  if (!option.words.empty())
    return "(" + llvm::join(option.words, " ") + ")";
  return isFolder(option) ? "_files -/" : "_files";
}

std::string zsh(const CommandText &command) {
  std::string text;
  llvm::raw_string_ostream out(text);
  out << "#compdef earmark\n# zsh completion of earmark, made by: earmark completions zsh\n\n";
  eachCommand(command, "", [&](const std::string &path, const CommandText &at) {
    out << zshFunction(path) << "() {\n";
    if (!at.commands.empty())
      out << "  local line state\n";
    out << "  _arguments -S";
    for (const OptionText &option : at.options) {
      if (option.positional)
        continue;
      for (const std::string &name : option.names) {
        std::string spec = "*" + name + "[" + zshText(option.help) + "]";
        if (!option.value.empty())
          spec += ":" + zshText(option.value) + ":" + zshAction(option);
        out << " \\\n    " << quoted(spec);
      }
    }
    if (at.commands.empty()) {
      for (const OptionText &option : at.options)
        if (option.positional)
          out << " \\\n    " << quoted("*:" + zshText(option.value) + ":" + zshAction(option));
      out << "\n}\n\n";
      return;
    }
    out << " \\\n    '1: :->command' '*::argument:->argument'\n  case $state in\n  command)\n"
        << "    local -a commands=(";
    for (const CommandText &inner : at.commands)
      out << "\n      " << quoted(inner.name + ":" + inner.help);
    out << ")\n    _describe command commands\n    ;;\n  argument)\n    case $line[1] in\n";
    for (const CommandText &inner : at.commands)
      out << "    " << inner.name << ") "
          << zshFunction(path.empty() ? inner.name : path + " " + inner.name) << " ;;\n";
    out << "    esac\n    ;;\n  esac\n}\n\n";
  });
  out << "if [[ $funcstack[1] == _earmark ]]; then\n  _earmark \"$@\"\nelse\n"
         "  compdef _earmark earmark\nfi\n";
  return text;
}

std::string fish(const CommandText &command) {
  std::string text;
  llvm::raw_string_ostream out(text);
  out << "# fish completion of earmark, made by: earmark completions fish\n";
  eachCommand(command, "", [&](const std::string &path, const CommandText &at) {
    // In this command, and in none below it yet.
    std::string condition;
    llvm::SmallVector<llvm::StringRef, 3> words;
    llvm::StringRef(path).split(words, ' ', -1, false);
    for (llvm::StringRef word : words)
      condition +=
          (condition.empty() ? "" : "; and ") + ("__fish_seen_subcommand_from " + word.str());
    std::vector<std::string> inner;
    for (const CommandText &below : at.commands)
      inner.push_back(below.name);
    if (!inner.empty())
      condition += (condition.empty() ? "" : "; and ") +
                   ("not __fish_seen_subcommand_from " + llvm::join(inner, " "));
    std::string start = "complete -c earmark -n " + quoted(condition);
    for (const CommandText &below : at.commands)
      out << start << " -f -a " << below.name << " -d " << quoted(below.help) << '\n';
    for (const OptionText &option : at.options) {
      if (option.positional) {
        if (!option.words.empty())
          out << start << " -f -a " << quoted(llvm::join(option.words, " ")) << '\n';
        continue;
      }
      out << start;
      for (llvm::StringRef name : option.names)
        out << (name.starts_with("--") ? " -l " : " -s ") << name.ltrim('-');
      if (!option.words.empty())
        out << " -x -a " << quoted(llvm::join(option.words, " "));
      else if (isFolder(option))
        out << " -x -a '(__fish_complete_directories)'";
      else if (!option.value.empty())
        out << " -r";
      out << " -d " << quoted(option.help) << '\n';
    }
  });
  return text;
}

} // namespace

std::string completionsFor(const std::string &shell, const CommandText &command) {
  return shell == "bash" ? bash(command) : shell == "zsh" ? zsh(command) : fish(command);
}

} // namespace earmark
