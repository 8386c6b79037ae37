#include "frontend/CleanCommand.h"

#include "clang/Driver/Options.h"

#include "llvm/ADT/StringSwitch.h"
#include "llvm/Option/Arg.h"
#include "llvm/Option/ArgList.h"

namespace earmark {
namespace {

namespace options = clang::driver::options;

enum class Fate { Keep, Drop, LoadsCode, RunsPrograms };

/// Options by what becomes of them; those that this does not name stay.
Fate fateOf(const llvm::opt::Option &option) {
  switch (option.getID()) {
  // Code that the compiler would load into itself.
  case options::OPT_fplugin_EQ:
  case options::OPT_fplugin_arg:
  case options::OPT_fpass_plugin_EQ: return Fate::LoadsCode;
  // Programs and driver scripts in place of the compiler's own.
  case options::OPT_B:
  case options::OPT_specs:
  case options::OPT_specs_EQ:
  case options::OPT_config:
  case options::OPT_config_system_dir_EQ:
  case options::OPT_config_user_dir_EQ:
  case options::OPT_ccc_gcc_name: return Fate::RunsPrograms;
  // Which action, and what it writes.
  case options::OPT_c:
  case options::OPT_S:
  case options::OPT_E:
  case options::OPT_fsyntax_only:
  case options::OPT_emit_llvm:
  case options::OPT_emit_ast:
  case options::OPT__analyze:
  case options::OPT_save_temps:
  case options::OPT_save_temps_EQ:
  case options::OPT_ftime_trace:
  case options::OPT_ftime_trace_EQ:
  case options::OPT_ftime_trace_granularity_EQ:
  case options::OPT_ftime_report:
  case options::OPT_ftime_report_EQ:
  case options::OPT_fsave_optimization_record:
  case options::OPT_fsave_optimization_record_EQ:
  case options::OPT_foptimization_record_file_EQ:
  case options::OPT_diagnostic_serialized_file:
  case options::OPT__serialize_diags:
  case options::OPT_fcrash_diagnostics:
  case options::OPT_fcrash_diagnostics_EQ:
  case options::OPT_fcrash_diagnostics_dir:
  case options::OPT_gen_reproducer:
  case options::OPT_gen_reproducer_eq:
  case options::OPT_fmodule_output:
  case options::OPT_fmodule_output_EQ:
  case options::OPT_dumpdir:
  case options::OPT_dumpmachine:
  case options::OPT_dumpversion:
  case options::OPT_dumpspecs:
  case options::OPT_v:
  case options::OPT_w:
  case options::OPT_pipe:
  case options::OPT_pass_exit_codes:
  case options::OPT__HASH_HASH_HASH:
  case options::OPT_no_canonical_prefixes:
  case options::OPT_Qunused_arguments:
  case options::OPT_Q:
  // Tools that do not run.
  case options::OPT_Wa_COMMA:
  case options::OPT_Wl_COMMA:
  case options::OPT_Xassembler:
  case options::OPT_Xlinker:
  case options::OPT_Xanalyzer:
  case options::OPT_T:
  case options::OPT_z:
  case options::OPT_l:
  case options::OPT_L:
  case options::OPT_u:
  case options::OPT_fuse_ld_EQ:
  case options::OPT_ld_path_EQ:
  case options::OPT_no_integrated_cpp:
  case options::OPT_fno_integrated_as:
  case options::OPT_fintegrated_cc1:
  case options::OPT_fno_integrated_cc1:
  // Another compiler's files: precompiled headers and built-in headers of a
  // different version do not load, profiles need not exist.
  case options::OPT_include_pch:
  case options::OPT_fpch_instantiate_templates:
  case options::OPT_fpch_codegen:
  case options::OPT_fpch_debuginfo:
  case options::OPT_resource_dir:
  case options::OPT_resource_dir_EQ:
  case options::OPT_fprofile_use:
  case options::OPT_fprofile_use_EQ:
  case options::OPT_fprofile_instr_use:
  case options::OPT_fprofile_instr_use_EQ:
  case options::OPT_fprofile_sample_use:
  case options::OPT_fprofile_sample_use_EQ:
  case options::OPT_fauto_profile:
  case options::OPT_fauto_profile_EQ:
  case options::OPT_fprofile_list_EQ:
  case options::OPT_fsanitize_ignorelist_EQ:
  case options::OPT_fsanitize_system_ignorelist_EQ:
  case options::OPT_fxray_always_instrument:
  case options::OPT_fxray_never_instrument:
  case options::OPT_fxray_attr_list:
  // How diagnostics look.
  case options::OPT_fdiagnostics_format_EQ:
  case options::OPT_fcolor_diagnostics:
  case options::OPT_fno_color_diagnostics:
  case options::OPT_fdiagnostics_color_EQ:
  case options::OPT_ferror_limit_EQ:
  // clang-cl's.
  case options::OPT__SLASH_Fe:
  case options::OPT__SLASH_Fe_COLON:
  case options::OPT__SLASH_Fd:
  case options::OPT__SLASH_Fa:
  case options::OPT__SLASH_FA:
  case options::OPT__SLASH_Fi:
  case options::OPT__SLASH_Fi_COLON:
  case options::OPT__SLASH_Fp:
  case options::OPT__SLASH_Fp_COLON:
  case options::OPT__SLASH_Yc:
  case options::OPT__SLASH_Yu:
  case options::OPT__SLASH_Y_:
  case options::OPT__SLASH_P:
  case options::OPT__SLASH_EP:
  case options::OPT__SLASH_WX:
  case options::OPT__SLASH_WX_:
  case options::OPT__SLASH_link: return Fate::Drop;
  default: break;
  }
  for (unsigned group : {options::OPT_M_Group, options::OPT_W_Group, options::OPT_pedantic_Group,
                         options::OPT_Link_Group, options::OPT_d_Group})
    if (option.matches(group))
      return Fate::Drop;
  return Fate::Keep;
}

/// How many words an option of the compiler proper takes that -Xclang passes
/// on and that must not be; 0: it may stay.
struct FrontendOption {
  unsigned words = 0;
  bool loadsCode = false;
};
FrontendOption frontendOption(llvm::StringRef text) {
  if (text.starts_with("-plugin-arg-"))
    return {2, true};
  if (text.starts_with("-fpass-plugin=") || text.starts_with("-fplugin"))
    return {1, true};
  if (text.starts_with("-emit-") || text.starts_with("-ast-") || text.starts_with("-analy") ||
      text.starts_with("-verify") || text.starts_with("-W") || text == "-S" || text == "-E" ||
      text == "-fsyntax-only" || text == "-code-completion-at")
    return {1, false};
  return llvm::StringSwitch<FrontendOption>(text)
      .Cases("-load", "-plugin", "-add-plugin", {2, true})
      .Cases("-mllvm", "-analyzer-config", "-analyzer-checker", "-o", "-include-pch", {2, false})
      .Cases("-dependency-file", "-MT", "-main-file-name", "-diagnostic-log-file", {2, false})
      .Cases("-serialize-diagnostic-file", "-header-include-file", "-token-cache", {2, false})
      .Default({});
}

std::string note(llvm::StringRef option, Fate fate) {
  return ("option '" + option + "' dropped: " +
          (fate == Fate::LoadsCode ? "it loads code into the compiler"
                                   : "it names programs or options to run with"))
      .str();
}

class Cleaner {
public:
  explicit Cleaner(bool clMode) : clMode(clMode) {}

  CleanArguments clean(llvm::ArrayRef<std::string> arguments) {
    std::vector<const char *> words;
    for (const std::string &argument : arguments) {
      // GCC's -wrapper takes a program; Clang has no such option.
      if (!clMode && argument == "-wrapper") {
        result.notes.push_back(note(argument, Fate::RunsPrograms));
        continue;
      }
      words.push_back(argument.c_str());
    }
    unsigned missingIndex = 0, missingCount = 0;
    llvm::opt::InputArgList parsed = clang::driver::getDriverOptTable().ParseArgs(
        words, missingIndex, missingCount,
        llvm::opt::Visibility(clMode ? options::CLOption : options::ClangOption));
    for (const llvm::opt::Arg *argument : parsed)
      add(*argument, parsed);
    flushFrontend();
    return std::move(result);
  }

private:
  void add(const llvm::opt::Arg &argument, const llvm::opt::ArgList &all) {
    const llvm::opt::Option &option = argument.getOption();
    switch (option.getID()) {
    case options::OPT_UNKNOWN: // GCC's own
      if (std::string text = argument.getAsString(all); llvm::StringRef(text).starts_with("-specs"))
        result.notes.push_back(note(text, Fate::RunsPrograms));
      return;
    case options::OPT_INPUT:
    case options::OPT__DASH_DASH: return;
    case options::OPT_o:
    case options::OPT__SLASH_Fo:
    case options::OPT__SLASH_Fo_COLON: result.output = argument.getValue(); return;
    case options::OPT_Xclang: frontend.push_back(argument.getValue()); return;
    case options::OPT_mllvm:
      // Also the way by which LLVM loads its plugins.
      return;
    case options::OPT__SLASH_clang: {
      CleanArguments inner = Cleaner(false).clean({std::string(argument.getValue())});
      for (const std::string &one : inner.options)
        result.options.push_back("/clang:" + one);
      llvm::append_range(result.notes, inner.notes);
      return;
    }
    case options::OPT__SLASH_Tc: result.options.push_back("/TC"); return;
    case options::OPT__SLASH_Tp: result.options.push_back("/TP"); return;
    case options::OPT_Wp_COMMA:
      // What the preprocessor is told, without what it writes.
      for (unsigned i = 0; i < argument.getNumValues(); ++i) {
        llvm::StringRef value = argument.getValue(i);
        if (value == "-MD" || value == "-MMD" || value == "-MF" || value == "-MT")
          ++i;
        else if (value.starts_with("-D") || value.starts_with("-U") || value.starts_with("-I"))
          result.options.push_back(value.str());
      }
      return;
    default: break;
    }
    // -Xarch_x86_64 -fplugin=x: an option in another's clothes.
    if (option.getName().starts_with("Xarch"))
      return;

    Fate fate = fateOf(option);
    llvm::opt::ArgStringList rendered;
    const llvm::opt::Arg &written = argument.getAlias() ? *argument.getAlias() : argument;
    written.render(all, rendered);
    if (fate == Fate::Keep)
      result.options.insert(result.options.end(), rendered.begin(), rendered.end());
    else if (fate != Fate::Drop)
      result.notes.push_back(note(written.getAsString(all), fate));
  }

  /// -Xclang words make one command line of their own: an option and its value
  /// come as two of them.
  void flushFrontend() {
    for (size_t i = 0; i < frontend.size();) {
      FrontendOption option = frontendOption(frontend[i]);
      if (option.loadsCode) {
        std::string text = "-Xclang " + frontend[i];
        if (option.words > 1 && i + 1 < frontend.size())
          text += " -Xclang " + frontend[i + 1];
        result.notes.push_back(note(text, Fate::LoadsCode));
      }
      if (option.words) {
        i += option.words;
        continue;
      }
      result.options.push_back("-Xclang");
      result.options.push_back(frontend[i++]);
    }
    frontend.clear();
  }

  bool clMode;
  CleanArguments result;
  std::vector<std::string> frontend;
};

} // namespace

CleanArguments cleanOptions(llvm::ArrayRef<std::string> arguments, bool clMode) {
  return Cleaner(clMode).clean(arguments);
}

} // namespace earmark
