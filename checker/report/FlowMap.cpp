#include "report/FlowMap.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"

#include <algorithm>
#include <map>

namespace earmark {

namespace {

/// More nodes than these in a layer are no picture: the lightest become one.
constexpr size_t MaxNodes = 24;
constexpr double Margin = 8, Title = 34, Gap = 8, Slot = 19, BoxWidth = 14, Column = 210,
                 LabelRoom = 190, Content = 420, Widest = 24;
constexpr int Sweeps = 8;

struct Words {
  const char *noSubject, *noPurpose, *use, *unknown, *others;
};
constexpr Words English{"(not said)", "(no purpose)", "used in the code", "no model: ", " others"};
constexpr Words Dutch{"(niet gezegd)", "(geen doel)", "gebruikt in de code",
                      "geen model: ", " andere"};

struct MapMaker {
  llvm::ArrayRef<DataFlow> flows;
  const Presentation &presentation;
  const Words &words;
  FlowMap map;

  using Way = std::array<std::string, FlowMap::Layers>;
  struct Weight {
    unsigned all = 0, errors = 0, warnings = 0;
  };
  std::map<Way, Weight> ways;

  std::string endOf(const DataFlow &flow) const {
    switch (flow.end) {
    case DataFlow::Use: return words.use;
    case DataFlow::Unknown: return words.unknown + flow.receiver;
    case DataFlow::Sink: break;
    }
    if (!flow.receiver.empty())
      return flow.region.empty() ? flow.receiver : flow.receiver + " (" + flow.region + ")";
    if (!flow.store.empty())
      return flow.region.empty() ? flow.store : flow.store + " (" + flow.region + ")";
    return flow.sink;
  }

  std::string moduleOf(const std::string &file) const {
    std::string folder = llvm::sys::path::parent_path(shownPath(file, presentation)).str();
    // Of a long way, the end says which part of the program it is.
    llvm::SmallVector<llvm::StringRef, 8> parts;
    llvm::StringRef(folder).split(parts, '/', -1, /*KeepEmpty=*/false);
    if (parts.size() > 2)
      return llvm::join(llvm::ArrayRef(parts).take_back(2), "/");
    return folder.empty() ? "." : folder;
  }

  void gather() {
    for (const DataFlow &flow : flows) {
      Way way;
      way[FlowMap::Subject] = flow.subject.empty() ? words.noSubject : flow.subject;
      way[FlowMap::Data] = flow.data;
      way[FlowMap::Purpose] =
          flow.purposes.empty() ? words.noPurpose : llvm::join(flow.purposes, ", ");
      way[FlowMap::End] = endOf(flow);
      // Findings are counted for the flow as a whole: its first places show them.
      unsigned errors = flow.errors, warnings = flow.warnings;
      for (const CodePlace &code : flow.places) {
        way[FlowMap::Code] = moduleOf(code.place.file);
        Weight &weight = ways[way];
        ++weight.all;
        if (errors) {
          ++weight.errors;
          --errors;
        } else if (warnings) {
          ++weight.warnings;
          --warnings;
        }
      }
    }
  }

  /// Of each layer the heaviest names stay; what is too much becomes one node.
  void limit() {
    for (size_t layer = 0; layer < FlowMap::Layers; ++layer) {
      std::map<std::string, Weight> names;
      for (const auto &[way, weight] : ways) {
        names[way[layer]].all += weight.all;
        names[way[layer]].errors += weight.errors + weight.warnings;
      }
      if (names.size() <= MaxNodes)
        continue;
      std::vector<std::string> byWeight;
      for (const auto &[name, weight] : names)
        byWeight.push_back(name);
      llvm::sort(byWeight, [&](const std::string &a, const std::string &b) {
        const Weight &one = names[a], &other = names[b]; // findings must show
        return std::tie(one.errors, one.all, a) > std::tie(other.errors, other.all, b);
      });
      std::set<std::string> kept(byWeight.begin(), byWeight.begin() + MaxNodes - 1);
      std::string rest = std::to_string(names.size() - kept.size()) + words.others;
      std::map<Way, Weight> fewer;
      for (const auto &[way, weight] : ways) {
        Way to = way;
        if (!kept.count(way[layer]))
          to[layer] = rest;
        Weight &sum = fewer[to];
        sum.all += weight.all;
        sum.errors += weight.errors;
        sum.warnings += weight.warnings;
      }
      ways = std::move(fewer);
    }
  }

  void connect() {
    std::array<std::map<std::string, size_t>, FlowMap::Layers> ids;
    for (size_t layer = 0; layer < FlowMap::Layers; ++layer) {
      for (const auto &[way, weight] : ways)
        ids[layer].try_emplace(way[layer], 0);
      for (auto &[name, id] : ids[layer]) {
        id = map.nodes.size();
        FlowMap::Node node;
        node.label = name;
        node.layer = static_cast<FlowMap::Layer>(layer);
        map.nodes.push_back(std::move(node));
      }
    }
    std::map<std::pair<size_t, size_t>, Weight> sums;
    for (const auto &[way, weight] : ways)
      for (size_t layer = 0; layer < FlowMap::Layers; ++layer) {
        size_t id = ids[layer][way[layer]];
        map.nodes[id].weight += weight.all;
        if (layer + 1 == FlowMap::Layers)
          continue;
        Weight &sum = sums[{id, ids[layer + 1][way[layer + 1]]}];
        sum.all += weight.all;
        sum.errors += weight.errors;
        sum.warnings += weight.warnings;
      }
    for (const auto &[ends, weight] : sums) {
      FlowMap::Band band;
      band.from = ends.first;
      band.to = ends.second;
      band.weight = weight.all;
      band.errors = weight.errors;
      band.warnings = weight.warnings;
      map.bands.push_back(band);
    }
  }

  /// Puts each node at the mean height of its neighbours, there and back, so that
  /// few bands cross.
  std::vector<std::vector<size_t>> order() const {
    std::vector<std::vector<size_t>> layers(FlowMap::Layers);
    for (size_t id = 0; id < map.nodes.size(); ++id)
      layers[map.nodes[id].layer].push_back(id);
    std::vector<double> rank(map.nodes.size());
    auto number = [&](const std::vector<size_t> &layer) {
      for (size_t i = 0; i < layer.size(); ++i)
        rank[layer[i]] = (i + 0.5) / layer.size();
    };
    for (const auto &layer : layers)
      number(layer);
    for (int sweep = 0; sweep < Sweeps; ++sweep) {
      bool forward = sweep % 2 == 0;
      for (size_t step = 1; step < FlowMap::Layers; ++step) {
        auto &layer = layers[forward ? step : FlowMap::Layers - 1 - step];
        std::vector<double> sum(map.nodes.size()), weight(map.nodes.size());
        for (const FlowMap::Band &band : map.bands) {
          size_t here = forward ? band.to : band.from, there = forward ? band.from : band.to;
          sum[here] += rank[there] * band.weight;
          weight[here] += band.weight;
        }
        auto wanted = [&](size_t id) {
          return std::pair(weight[id] ? sum[id] / weight[id] : rank[id], rank[id]);
        };
        llvm::sort(layer, [&](size_t a, size_t b) { return wanted(a) < wanted(b); });
        number(layer);
      }
    }
    return layers;
  }

  void place() {
    std::vector<std::vector<size_t>> layers = order();
    unsigned total = 0;
    for (size_t id : layers.front())
      total += map.nodes[id].weight;
    double scale = total ? std::min(Widest, Content / total) : 0, tallest = 0;
    std::vector<double> heights;
    for (const auto &layer : layers) {
      double height = 0;
      for (size_t id : layer) {
        map.nodes[id].height = std::max(2.0, map.nodes[id].weight * scale);
        height += std::max(map.nodes[id].height, Slot) + Gap;
      }
      heights.push_back(height);
      tallest = std::max(tallest, height);
    }
    for (size_t layer = 0; layer < FlowMap::Layers; ++layer) {
      double y = Title + (tallest - heights[layer]) / 2;
      for (size_t id : layers[layer]) {
        FlowMap::Node &node = map.nodes[id];
        double slot = std::max(node.height, Slot);
        node.x = Margin + Column * layer;
        node.y = y + (slot - node.height) / 2;
        y += slot + Gap;
      }
    }
    map.width = Margin * 2 + Column * (FlowMap::Layers - 1) + BoxWidth + LabelRoom;
    map.height = Title + tallest + Margin;
    // Bands leave and enter a node from top to bottom as their other ends stand.
    std::vector<FlowMap::Band *> bands;
    for (FlowMap::Band &band : map.bands) {
      band.height = band.weight * scale;
      bands.push_back(&band);
    }
    std::vector<double> used(map.nodes.size());
    llvm::sort(bands, [&](auto *a, auto *b) {
      return std::pair(map.nodes[a->to].y, a->from) < std::pair(map.nodes[b->to].y, b->from);
    });
    for (FlowMap::Band *band : bands) {
      band->fromY = map.nodes[band->from].y + used[band->from];
      used[band->from] += band->height;
    }
    std::fill(used.begin(), used.end(), 0);
    llvm::sort(bands, [&](auto *a, auto *b) {
      return std::pair(map.nodes[a->from].y, a->to) < std::pair(map.nodes[b->from].y, b->to);
    });
    for (FlowMap::Band *band : bands) {
      band->toY = map.nodes[band->to].y + used[band->to];
      used[band->to] += band->height;
    }
  }
};

} // namespace

FlowMap drawFlowMap(llvm::ArrayRef<DataFlow> flows, const Presentation &presentation, bool dutch) {
  MapMaker maker{flows, presentation, dutch ? Dutch : English, {}, {}};
  maker.gather();
  maker.limit();
  maker.connect();
  maker.place();
  return std::move(maker.map);
}

const std::array<const char *, FlowMap::Layers> &layerTitles(bool dutch) {
  static const std::array<const char *, FlowMap::Layers> en = {"Whose", "Which data", "For what",
                                                               "Where in the code", "To what end"};
  static const std::array<const char *, FlowMap::Layers> nl = {
      "Van wie", "Welk gegeven", "Waarvoor", "Waar in de code", "Waarheen"};
  return dutch ? nl : en;
}

} // namespace earmark
