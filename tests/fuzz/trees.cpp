#include "oracles.hpp"
#include "targets.hpp"

#include "../../src/rules/yaml_tree.hpp"

#include <algorithm>

namespace fuzz {

using namespace kroniek;

namespace {

// Every node once for each way to it, as far as `left` goes: aliases are shared.
void walk(const yaml::Node& node, std::string_view text, int& left, int depth = 0) {
  require(depth <= 1000, "no tree is deeper than a stack bears");
  if (--left < 0) return;
  const auto lines = static_cast<long>(std::count(text.begin(), text.end(), '\n') + std::count(text.begin(), text.end(), '\r')) + 1;
  const auto mark = node.mark();
  // NEL, LS and PS end lines, too.
  require(mark.line <= lines + static_cast<long>(text.size() / 2) && mark.column <= static_cast<int>(text.size()), "a node stands in the text", text);
  std::size_t items = 0;
  for (const auto& item : node) {
    ++items;
    if (node.is_map()) {
      walk(item.first, text, left, depth + 1);
      walk(item.second, text, left, depth + 1);
      if (item.first.is_scalar()) require(node[item.first.text()].is_defined(), "what is a key is found", item.first.text());
    } else {
      walk(item, text, left, depth + 1);
    }
  }
  require(items == node.size(), "a node has as many items as it says", text);
  require(!node[node.size()].is_defined(), "behind the last item is nothing", text);
  if (node.is_scalar()) yaml::truth(node), yaml::number(node);
}

}  // namespace

void trees(std::string_view data) {
  try {
    const auto tree = yaml::load(data);
    int left = 20000;
    walk(tree->root(), data, left);
    if (left > 0) {
      const auto line = yaml::in_one_line(tree->root());
      require(yaml::in_one_line(yaml::load(data)->root()) == line, "the same text gives the same tree", line);
    }
  } catch (const yaml::Fault& fault) {
    require(!fault.msg.empty(), "a fault is told");
  }
}

}  // namespace fuzz
