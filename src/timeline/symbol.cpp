#include <kroniek/symbol.hpp>

namespace kroniek {

Symbol SymbolTable::of(std::string_view text) {
  if (const auto known = symbols_.find(text); known != symbols_.end()) return known->second;
  Symbol symbol(text);
  if (!symbol.empty()) symbols_.emplace(symbol.text(), symbol);
  return symbol;
}

}  // namespace kroniek
