#include "driver/DescribeCommand.h"

#include "llvm/ADT/StringRef.h"

namespace earmark {

CommandText describe(const CLI::App &app, const OptionWords &wordsOf) {
  CommandText text;
  text.name = app.get_name();
  text.help = app.get_description();
  text.footer = app.get_footer();
  for (const CLI::Option *option : app.get_options()) {
    OptionText &row = text.options.emplace_back();
    row.positional = option->get_positional();
    for (const std::string &name : option->get_snames())
      row.names.push_back("-" + name);
    for (const std::string &name : option->get_lnames())
      row.names.push_back("--" + name);
    if (row.positional)
      row.names = {option->get_name()};
    if (option->get_type_size_max() > 0)
      row.value = llvm::StringRef(option->get_type_name()).split(':').first.str();
    row.help = option->get_description();
    if (auto words = wordsOf.find(option); words != wordsOf.end())
      row.words = words->second;
  }
  for (const CLI::App *inner : app.get_subcommands([](const CLI::App *) { return true; }))
    text.commands.push_back(describe(*inner, wordsOf));
  return text;
}

} // namespace earmark
