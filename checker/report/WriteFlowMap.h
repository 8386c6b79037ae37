// The flow map as a picture (SVG), and as text that other tools draw: Graphviz's
// dot, Mermaid.
#pragma once

#include "report/Presentation.h"

#include "llvm/Support/raw_ostream.h"

namespace earmark {

/// The element, for a page that has the style (`flowMapStyle`).
void writeFlowMapElement(llvm::ArrayRef<DataFlow> flows, const Presentation &presentation,
                         bool dutch, llvm::raw_ostream &out);

/// A file of its own: light or dark as whoever looks at it prefers.
void writeFlowMapSvg(llvm::ArrayRef<DataFlow> flows, const Presentation &presentation, bool dutch,
                     llvm::raw_ostream &out);
void writeFlowMapDot(llvm::ArrayRef<DataFlow> flows, const Presentation &presentation, bool dutch,
                     llvm::raw_ostream &out);
void writeFlowMapMermaid(llvm::ArrayRef<DataFlow> flows, const Presentation &presentation,
                         bool dutch, llvm::raw_ostream &out);

/// The same as formats of a report.
void writeSvg(const Report &report, const Presentation &presentation, llvm::raw_ostream &out);
void writeDot(const Report &report, const Presentation &presentation, llvm::raw_ostream &out);
void writeMermaid(const Report &report, const Presentation &presentation, llvm::raw_ostream &out);

} // namespace earmark
