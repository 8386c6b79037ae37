#include "policy/SinkSentence.h"

#include "llvm/Support/Path.h"

namespace earmark {

Bilingual sinkSentence(const FlowView &view, const SinkHit &sink, const Policy &policy) {
  Bilingual sentence{"reaches the sink '" + sink.kind + "'",
                     "bereikt de uitgang '" + sink.kind + "'"};
  for (const SinkKind &kind : policy.sinks)
    if (kind.id == sink.kind) {
      if (!kind.phrase.en.empty())
        sentence.en = kind.phrase.en;
      if (!kind.phrase.nl.empty())
        sentence.nl = kind.phrase.nl;
    }
  bool object = view.arrival.kind == Arrival::IntoObject;
  if (!view.callee.empty()) {
    sentence.en += (object ? " through '" : " by '") + view.callee + "'";
    sentence.nl += (object ? " via '" : " door '") + view.callee + "'";
  }
  return sentence;
}

std::string shortPlace(const SourcePlace &place) {
  if (place.file.empty())
    return "";
  return llvm::sys::path::filename(place.file).str() + ":" + std::to_string(place.line);
}

std::string listed(const std::vector<std::string> &words, llvm::StringRef conjunction) {
  std::string text;
  for (size_t i = 0; i < words.size(); ++i) {
    if (i > 0)
      text += i + 1 == words.size() ? (" " + conjunction + " ").str() : ", ";
    text += words[i];
  }
  return text;
}

} // namespace earmark
