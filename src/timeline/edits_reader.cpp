#include <kroniek/timeline.hpp>

#include "../rules/yaml_tree.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace kroniek {

namespace {

using Kind = Edit::Kind;
constexpr std::array<std::pair<const char*, Kind>, 5> kKinds = {{{"merge", Kind::merge}, {"split", Kind::split}, {"drop", Kind::drop}, {"redate", Kind::redate}, {"add", Kind::add}}};
constexpr const char* kForm = "write, for instance, '- redate: e-0123456789ab' and below it '  date: 2025-02-12'";

class Reader {
 public:
  Reader(const std::string& file, std::vector<Diagnostic>& diagnostics) : file_(file), diagnostics_(diagnostics) {}

  std::vector<Edit> read(std::string_view text) {
    std::shared_ptr<const yaml::Tree> tree;
    try {
      tree = yaml::load(text);
    } catch (const yaml::Fault& fault) {
      error(fault.mark.line + 1, "edit.not-yaml", "this is no YAML: " + fault.msg, "mend it there");
      return {};
    }
    auto root = tree->root();
    if (root["edits"].is_defined()) root = root["edits"];
    if (root.is_null()) return {};
    if (!root.is_list()) {
      error(line_of(root), "edit.no-list", "the edits are no list", kForm);
      return {};
    }
    std::vector<Edit> edits;
    for (const auto& node : root) {
      if (auto edit = read_one(node)) edits.push_back(std::move(*edit));
    }
    drop_contradictions(edits);
    return edits;
  }

 private:
  static int line_of(const yaml::Node& node) { return node.mark().line + 1; }

  void error(int line, const char* code, std::string message, std::string hint) {
    diagnostics_.push_back({Severity::error, code, file_, line, 0, std::move(message), std::move(hint)});
    failed_ = true;
  }

  std::string text_of(const yaml::Node& node, const char* what) {
    if (node.is_scalar()) return node.text();
    error(line_of(node), "edit.wrong-type", std::string("'") + what + "' is no text", kForm);
    return {};
  }

  std::vector<std::string> texts_of(const yaml::Node& node, const char* what) {
    if (node.is_scalar()) return {node.text()};
    std::vector<std::string> texts;
    if (!node.is_list()) {
      error(line_of(node), "edit.wrong-type", std::string("'") + what + "' is no list", "write [one, two]");
      return texts;
    }
    for (const auto& item : node) texts.push_back(text_of(item, what));
    return texts;
  }

  std::optional<Edit> read_one(const yaml::Node& node) {
    failed_ = false;
    if (!node.is_map()) {
      error(line_of(node), "edit.wrong-type", "this edit is no map", kForm);
      return std::nullopt;
    }
    Edit edit;
    edit.line = line_of(node);
    int kinds = 0;
    for (const auto& item : node) {
      const auto key = item.first.is_scalar() ? item.first.text() : std::string();
      const auto kind = std::find_if(kKinds.begin(), kKinds.end(), [&](const auto& k) { return key == k.first; });
      if (kind != kKinds.end()) {
        ++kinds;
        edit.kind = kind->second;
        if (edit.kind == Kind::add) {
          add(item.second, edit);
        } else {
          edit.entries = texts_of(item.second, kind->first);
        }
      } else if (key == "documents") {
        edit.documents = texts_of(item.second, "documents");
      } else if (key == "date") {
        edit.date = date(item.second);
      } else if (key == "note") {
        edit.note = text_of(item.second, "note");
      } else {
        error(line_of(item.first), "edit.unknown-key", "'" + key + "' is nothing that an edit has", "keys: merge, split, drop, redate, add, documents, date, note");
      }
    }
    if (kinds != 1) error(edit.line, "edit.kind", "an edit does one thing: merge, split, drop, redate or add", kForm);
    if (!failed_) complete(edit);
    return failed_ ? std::nullopt : std::optional(std::move(edit));
  }

  DateValue date(const yaml::Node& node) {
    const auto text = text_of(node, "date");
    auto value = parse_edtf(text);
    if (!value) error(line_of(node), "edit.bad-date", "'" + text + "' is no date", "write it as EDTF: 2025-02-12, 2025-02, 2025-02-10/2025-02-16");
    return value.value_or(DateValue{});
  }

  void add(const yaml::Node& node, Edit& edit) {
    if (!node.is_map()) {
      error(line_of(node), "edit.wrong-type", "'add' takes a map", "below it: type, date, headline and, if you like, status, participants and place");
      return;
    }
    for (const auto& item : node) {
      const auto key = item.first.is_scalar() ? item.first.text() : std::string();
      if (key == "type") edit.type = text_of(item.second, "type");
      else if (key == "status") edit.status = text_of(item.second, "status");
      else if (key == "headline") edit.headline = text_of(item.second, "headline");
      else if (key == "place") edit.place = text_of(item.second, "place");
      else if (key == "participants") edit.participants = texts_of(item.second, "participants");
      else if (key == "date") edit.date = date(item.second);
      else error(line_of(item.first), "edit.unknown-key", "'" + key + "' is nothing that an entry has", "keys: type, date, headline, status, participants, place");
    }
  }

  void complete(const Edit& edit) {
    const auto need = [&](bool good, const char* what) {
      if (!good) error(edit.line, "edit.incomplete", what, kForm);
    };
    switch (edit.kind) {
      case Kind::merge: need(std::set(edit.entries.begin(), edit.entries.end()).size() > 1, "'merge' needs two entries or more"); break;
      case Kind::split: need(edit.entries.size() == 1 && !edit.documents.empty(), "'split' needs one entry, and 'documents' whose mentions are to be an entry of their own"); break;
      case Kind::drop: need(edit.entries.size() == 1, "'drop' needs one entry"); break;
      case Kind::redate: need(edit.entries.size() == 1 && !edit.date.edtf.empty(), "'redate' needs one entry and a 'date'"); break;
      case Kind::add: need(!edit.type.empty() && !edit.date.edtf.empty() && !edit.headline.empty(), "'add' needs a type, a date and a headline"); break;
    }
  }

  // Two edits of one entry that cannot both be done: dropped and something else, two dates, merged twice.
  static bool contradict(const Edit& a, const Edit& b) {
    const bool share = std::any_of(a.entries.begin(), a.entries.end(), [&](const auto& id) { return std::find(b.entries.begin(), b.entries.end(), id) != b.entries.end(); });
    if (!share) return false;
    if (a.kind == Kind::drop || b.kind == Kind::drop) return a.kind != b.kind;
    if (a.kind == Kind::redate && b.kind == Kind::redate) return a.date != b.date;
    return (a.kind == Kind::merge && b.kind == Kind::split) || (a.kind == Kind::split && b.kind == Kind::merge);
  }

  void drop_contradictions(std::vector<Edit>& edits) {
    std::map<std::string, std::vector<std::size_t>> by_entry;
    for (std::size_t i = 0; i < edits.size(); ++i) {
      for (const auto& id : edits[i].entries) by_entry[id].push_back(i);
    }
    std::set<std::size_t> bad;
    for (const auto& [id, list] : by_entry) {
      for (std::size_t i = 0; i < list.size(); ++i) {
        for (std::size_t j = i + 1; j < list.size(); ++j) {
          if (list[i] == list[j] || !contradict(edits[list[i]], edits[list[j]])) continue;
          error(edits[list[j]].line, "edit.contradiction", "this edit of " + id + " contradicts the one in line " + std::to_string(edits[list[i]].line), "keep one of them; neither was done");
          bad.insert({list[i], list[j]});
        }
      }
    }
    for (auto i = edits.size(); i-- > 0;) {
      if (bad.contains(i)) edits.erase(edits.begin() + static_cast<std::ptrdiff_t>(i));
    }
  }

  const std::string& file_;
  std::vector<Diagnostic>& diagnostics_;
  bool failed_ = false;
};

}  // namespace

EditList read_edits(std::string_view text, const std::string& file, std::vector<Diagnostic>& diagnostics) {
  return {file, Reader(file, diagnostics).read(text)};
}

}  // namespace kroniek
