// Pass: data flows -> a picture of them as layers of nodes with bands between:
// whose data, which category, for which purpose, in which part of the code, to
// which end. Deterministic. Data only; FlowMapSvg and FlowMapText draw it.
#pragma once

#include "report/Presentation.h"

#include "llvm/ADT/ArrayRef.h"

#include <array>

namespace earmark {

struct FlowMap {
  enum Layer : uint8_t { Subject, Data, Purpose, Code, End };
  static constexpr size_t Layers = 5;

  struct Node {
    std::string label;
    Layer layer = Subject;
    unsigned weight = 0;             // flows through it: places where they end
    double x = 0, y = 0, height = 0; // of the box, in the picture's units
  };
  struct Band {
    size_t from = 0, to = 0; // nodes of neighbouring layers
    unsigned weight = 0;
    unsigned errors = 0, warnings = 0;     // of the weight: flows with findings
    double fromY = 0, toY = 0, height = 0; // its upper edge at both ends
  };
  std::vector<Node> nodes; // by layer, from top to bottom
  std::vector<Band> bands; // by from, to
  double width = 0, height = 0;
};

/// Words that stand for what has no name, in the language of the picture.
FlowMap drawFlowMap(llvm::ArrayRef<DataFlow> flows, const Presentation &presentation, bool dutch);

/// Titles of the layers.
const std::array<const char *, FlowMap::Layers> &layerTitles(bool dutch);

} // namespace earmark
