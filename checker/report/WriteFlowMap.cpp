#include "report/WriteFlowMap.h"

#include "report/Escape.h"
#include "report/FlowMap.h"
#include "report/HtmlParts.h"
#include "report/SourceExcerpt.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/ConvertUTF.h"
#include "llvm/Support/Format.h"

namespace earmark {

namespace {

constexpr double BoxWidth = 14;
constexpr size_t MaxLabel = 27; // characters that fit beside a box

/// `text` as it fits beside a box; the end of a name says more than its start.
std::string shortened(llvm::StringRef text) {
  std::string said = validText(printable(text));
  size_t length =
      llvm::count_if(said, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
  if (length <= MaxLabel)
    return said;
  size_t drop = length - MaxLabel + 1, at = 0;
  while (drop && at < said.size()) {
    ++at;
    while (at < said.size() && (static_cast<unsigned char>(said[at]) & 0xC0) == 0x80)
      ++at;
    --drop;
  }
  return "…" + said.substr(at);
}

std::string number(double value) {
  std::string text;
  llvm::raw_string_ostream(text) << llvm::format("%.1f", value);
  return text;
}

struct SvgWriter {
  const FlowMap &map;
  bool dutch;
  llvm::raw_ostream &out;

  std::string countOf(const FlowMap::Band &band) const {
    std::string text = std::to_string(band.weight);
    if (band.errors)
      text += ", " + std::to_string(band.errors) + (dutch ? " met fouten" : " with errors");
    if (band.warnings)
      text +=
          ", " + std::to_string(band.warnings) + (dutch ? " met waarschuwingen" : " with warnings");
    return text;
  }

  /// A stripe of `band`, `height` high, `offset` below its upper edge.
  void stripe(const FlowMap::Band &band, double offset, double height, llvm::StringRef style) {
    if (height <= 0)
      return;
    const FlowMap::Node &from = map.nodes[band.from], &to = map.nodes[band.to];
    double x1 = from.x + BoxWidth, x2 = to.x, middle = (x1 + x2) / 2;
    double y1 = band.fromY + offset, y2 = band.toY + offset;
    height = std::max(height, 0.8); // still to be seen
    out << "<path class=\"band" << style << "\" d=\"M" << number(x1) << ' ' << number(y1) << 'C'
        << number(middle) << ' ' << number(y1) << ' ' << number(middle) << ' ' << number(y2) << ' '
        << number(x2) << ' ' << number(y2) << 'V' << number(y2 + height) << 'C' << number(middle)
        << ' ' << number(y2 + height) << ' ' << number(middle) << ' ' << number(y1 + height) << ' '
        << number(x1) << ' ' << number(y1 + height) << "Z\"/>";
  }

  void band(const FlowMap::Band &band) {
    out << "<g><title>" << escapeXml(map.nodes[band.from].label) << " → "
        << escapeXml(map.nodes[band.to].label) << ": " << countOf(band) << "</title>";
    double one = band.weight ? band.height / band.weight : 0;
    double errors = band.errors * one, warnings = band.warnings * one;
    stripe(band, 0, errors, " error");
    stripe(band, errors, warnings, " warning");
    stripe(band, errors + warnings, band.height - errors - warnings, "");
    out << "</g>\n";
  }

  void node(const FlowMap::Node &node) {
    out << "<g><title>" << escapeXml(node.label) << ": " << node.weight
        << "</title><rect class=\"node\" x=\"" << number(node.x) << "\" y=\"" << number(node.y)
        << "\" width=\"" << number(BoxWidth) << "\" height=\"" << number(node.height)
        << "\" rx=\"2\"/><text x=\"" << number(node.x + BoxWidth + 5) << "\" y=\""
        << number(node.y + node.height / 2 + 4) << "\">" << escapeXml(shortened(node.label))
        << "</text></g>\n";
  }

  void write(llvm::StringRef style) {
    std::string name = dutch ? "Stroomkaart: van wie welke gegevens waarvoor waarheen gaan"
                             : "Flow map: whose data goes where, and for what";
    out << "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"flow-map\" role=\"img\" aria-label=\""
        << name << "\" viewBox=\"0 0 " << number(map.width) << ' ' << number(map.height) << "\">\n";
    if (!style.empty())
      out << "<style>" << style
          << "</style>\n<rect class=\"back\" width=\"100%\" height=\"100%\"/>\n";
    for (size_t layer = 0; layer < FlowMap::Layers; ++layer)
      for (const FlowMap::Node &node : map.nodes)
        if (node.layer == layer) {
          out << "<text class=\"title\" x=\"" << number(node.x) << "\" y=\"20\">"
              << layerTitles(dutch)[layer] << "</text>\n";
          break;
        }
    for (const FlowMap::Band &each : map.bands)
      band(each);
    for (const FlowMap::Node &each : map.nodes)
      node(each);
    if (map.nodes.empty())
      out << "<text x=\"8\" y=\"20\">"
          << (dutch ? "Geen stromen van persoonsgegevens gezien."
                    : "No flows of personal data were seen.")
          << "</text>\n";
    out << "</svg>\n";
  }
};

/// A quoted string of dot.
std::string dotText(llvm::StringRef text) {
  std::string said = "\"";
  for (char c : validText(printable(text))) {
    if (c == '"' || c == '\\')
      said += '\\';
    said += c;
  }
  return said + "\"";
}

/// A label of Mermaid: what could be syntax or markup as its code point.
std::string mermaidText(llvm::StringRef text) {
  std::string valid = validText(printable(text)), said;
  const auto *at = reinterpret_cast<const llvm::UTF8 *>(valid.data()), *end = at + valid.size();
  while (at < end) {
    llvm::UTF32 code = 0;
    if (llvm::convertUTF8Sequence(&at, end, &code, llvm::strictConversion) != llvm::conversionOK)
      break;
    if (code < 128 && (llvm::isAlnum(static_cast<char>(code)) ||
                       llvm::StringRef(" ._/:-,").contains(static_cast<char>(code))))
      said += static_cast<char>(code);
    else
      said += "#" + std::to_string(code) + ";";
  }
  return "\"" + said + "\"";
}

} // namespace

void writeFlowMapElement(llvm::ArrayRef<DataFlow> flows, const Presentation &presentation,
                         bool dutch, llvm::raw_ostream &out) {
  FlowMap map = drawFlowMap(flows, presentation, dutch);
  SvgWriter{map, dutch, out}.write("");
}

void writeFlowMapSvg(llvm::ArrayRef<DataFlow> flows, const Presentation &presentation, bool dutch,
                     llvm::raw_ostream &out) {
  FlowMap map = drawFlowMap(flows, presentation, dutch);
  SvgWriter{map, dutch, out}.write(flowMapStyle());
}

void writeFlowMapDot(llvm::ArrayRef<DataFlow> flows, const Presentation &presentation, bool dutch,
                     llvm::raw_ostream &out) {
  FlowMap map = drawFlowMap(flows, presentation, dutch);
  out << "digraph earmark {\n  rankdir=LR;\n  node [shape=box, style=rounded, "
         "fontname=\"sans-serif\"];\n"
      << "  edge [color=\"#57606a\", arrowsize=0.6];\n";
  for (size_t layer = 0; layer < FlowMap::Layers; ++layer) {
    out << "  { rank=same;";
    for (size_t id = 0; id < map.nodes.size(); ++id)
      if (map.nodes[id].layer == layer)
        out << " n" << id << " [label=" << dotText(map.nodes[id].label) << "];";
    out << " }\n";
  }
  for (const FlowMap::Band &band : map.bands)
    out << "  n" << band.from << " -> n" << band.to
        << " [penwidth=" << number(1 + std::min(9.0, band.height / 10)) << ", label=\""
        << band.weight << '"'
        << (band.errors     ? ", color=\"#b3201b\""
            : band.warnings ? ", color=\"#9a6700\""
                            : "")
        << "];\n";
  out << "}\n";
}

void writeFlowMapMermaid(llvm::ArrayRef<DataFlow> flows, const Presentation &presentation,
                         bool dutch, llvm::raw_ostream &out) {
  FlowMap map = drawFlowMap(flows, presentation, dutch);
  out << "flowchart LR\n";
  for (size_t layer = 0; layer < FlowMap::Layers; ++layer) {
    out << "  subgraph l" << layer << "[" << mermaidText(layerTitles(dutch)[layer]) << "]\n";
    for (size_t id = 0; id < map.nodes.size(); ++id)
      if (map.nodes[id].layer == layer)
        out << "    n" << id << "[" << mermaidText(map.nodes[id].label) << "]\n";
    out << "  end\n";
  }
  std::string styles;
  for (size_t i = 0; i < map.bands.size(); ++i) {
    const FlowMap::Band &band = map.bands[i];
    out << "  n" << band.from << " -->|" << band.weight << "| n" << band.to << '\n';
    if (band.errors || band.warnings)
      styles += "  linkStyle " + std::to_string(i) +
                " stroke:" + (band.errors ? "#b3201b" : "#9a6700") + "\n";
  }
  out << styles;
}

void writeSvg(const Report &report, const Presentation &presentation, llvm::raw_ostream &out) {
  writeFlowMapSvg(report.flows, presentation, presentation.dutch, out);
}
void writeDot(const Report &report, const Presentation &presentation, llvm::raw_ostream &out) {
  writeFlowMapDot(report.flows, presentation, presentation.dutch, out);
}
void writeMermaid(const Report &report, const Presentation &presentation, llvm::raw_ostream &out) {
  writeFlowMapMermaid(report.flows, presentation, presentation.dutch, out);
}

} // namespace earmark
