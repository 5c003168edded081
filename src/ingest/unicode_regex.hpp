// Boost.Regex over code points of UTF-8. boost::u32regex would do, but its traits load ICU's collator,
// which takes 4 ms of every run; ours ask ICU for character classes only.
#pragma once

#include <boost/regex.hpp>
#include <boost/regex/pending/unicode_iterator.hpp>

#include <unicode/uchar.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kroniek {

class UnicodeRegexTraits {
 public:
  using char_type = std::int32_t;
  using size_type = std::size_t;
  using string_type = std::vector<char_type>;
  using char_class_type = std::uint32_t;
  struct locale_type {};

  static size_type length(const char_type* text) {
    size_type count = 0;
    while (text[count] != 0) ++count;
    return count;
  }
  char_type translate(char_type c) const { return c; }
  char_type translate_nocase(char_type c) const {
    if (c >= 0 && c < 0x80) return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
    return u_foldCase(c, U_FOLD_CASE_DEFAULT);
  }
  string_type transform(const char_type* begin, const char_type* end) const { return {begin, end}; }
  string_type transform_primary(const char_type* begin, const char_type* end) const { return {begin, end}; }
  char_class_type lookup_classname(const char_type* begin, const char_type* end) const {
    constexpr char_class_type letters = U_GC_L_MASK | U_GC_M_MASK;
    std::string name(begin, end);
    if (name.size() == 1) name[0] = static_cast<char>(u_tolower(name[0]));  // Boost asks for the "S" of \S
    if (name == "alpha") return letters;
    if (name == "upper" || name == "u") return U_GC_LU_MASK;
    if (name == "lower" || name == "l") return U_GC_LL_MASK;
    if (name == "digit" || name == "d") return U_GC_ND_MASK;
    if (name == "alnum" || name == "word" || name == "w") return letters | U_GC_ND_MASK;
    if (name == "space" || name == "s") return U_GC_Z_MASK | U_GC_CC_MASK;
    if (name == "punct") return U_GC_P_MASK;
    return 0;
  }
  string_type lookup_collatename(const char_type* begin, const char_type* end) const {
    return end - begin == 1 ? string_type{*begin} : string_type{};
  }
  bool isctype(char_type c, char_class_type mask) const { return (U_GET_GC_MASK(c) & mask) != 0; }
  int value(char_type c, int radix) const {
    return u_digit(c, static_cast<std::int8_t>(radix));
  }
  locale_type imbue(locale_type) { return {}; }
  locale_type getloc() const { return {}; }
};

class UnicodeRegex {
 public:
  // Throws boost::regex_error.
  explicit UnicodeRegex(std::string_view pattern) : regex_(start(pattern), stop(pattern)) {}

  // Bytes of the first match.
  std::optional<std::pair<std::size_t, std::size_t>> search(std::string_view text) const {
    boost::match_results<Iterator> match;
    try {
      if (!boost::regex_search(start(text), stop(text), match, regex_)) return std::nullopt;
    } catch (const std::runtime_error&) {
      return std::nullopt;  // too much backtracking: whatever it is, it is no furniture
    }
    const auto byte = [text](Iterator at) { return static_cast<std::size_t>(at.base() - text.data()); };
    return std::pair(byte(match[0].first), byte(match[0].second));
  }

 private:
  using Iterator = boost::u8_to_u32_iterator<const char*, std::int32_t>;
  static Iterator start(std::string_view text) { return {text.data(), text.data(), text.data() + text.size()}; }
  static Iterator stop(std::string_view text) {
    return {text.data() + text.size(), text.data(), text.data() + text.size()};
  }

  boost::basic_regex<std::int32_t, UnicodeRegexTraits> regex_;
};

}  // namespace kroniek
