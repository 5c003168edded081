// The compiled pack as one block of bytes. Structs say `template <class A> void fields(A& a) { a(x, y); }`;
// vectors of plain data are copied whole, and `Values` are not copied at all: they lie in the block, which
// outlives them. The layout is that of the machine that wrote it: a pack is compiled where it is used.
#pragma once

#include <cstdint>
#include <cstring>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace kroniek {

template <class T, class A>
concept HasFields = requires(T& t, A& a) { t.fields(a); };

template <class T>
concept PlainData = std::is_trivially_copyable_v<T> && !std::is_pointer_v<T>;

// Values that do not change, in a row: its own, or those of a block that outlives it. Copies share them.
template <PlainData T>
class Values : public std::span<const T> {
 public:
  Values() = default;
  Values(std::vector<T> values) : Values(std::make_shared<const std::vector<T>>(std::move(values))) {}
  explicit Values(std::span<const T> elsewhere) : std::span<const T>(elsewhere) {}

 private:
  explicit Values(std::shared_ptr<const std::vector<T>> own) : std::span<const T>(*own), own_(std::move(own)) {}
  std::shared_ptr<const std::vector<T>> own_;
};

// Where a block of bytes has to begin for the values in it to stand straight.
inline constexpr std::size_t kArchiveAlignment = 64;

class ArchiveWriter {
 public:
  template <class... T>
  void operator()(const T&... value) {
    (write(value), ...);
  }
  const std::string& bytes() const { return bytes_; }

 private:
  void raw(const void* data, std::size_t size) { bytes_.append(static_cast<const char*>(data), size); }
  void count(std::size_t n) {
    const auto n32 = static_cast<std::uint32_t>(n);
    raw(&n32, sizeof n32);
  }
  template <class T>
  void write(const T& value) {
    if constexpr (HasFields<T, ArchiveWriter>) {
      const_cast<T&>(value).fields(*this);
    } else {
      static_assert(PlainData<T>);
      raw(&value, sizeof value);
    }
  }
  void write(const std::string& value) {
    count(value.size());
    raw(value.data(), value.size());
  }
  template <class T>
  void write(const std::vector<T>& values) {
    count(values.size());
    if constexpr (PlainData<T> && !HasFields<T, ArchiveWriter>) {
      raw(values.data(), values.size() * sizeof(T));
    } else {
      for (const auto& value : values) write(value);
    }
  }
  template <class T>
  void write(const Values<T>& values) {
    count(values.size());
    bytes_.resize((bytes_.size() + alignof(T) - 1) / alignof(T) * alignof(T));
    raw(values.data(), values.size_bytes());
  }
  template <class A, class B>
  void write(const std::pair<A, B>& value) {
    write(value.first);
    write(value.second);
  }
  template <class K, class V, class C>
  void write(const std::map<K, V, C>& values) {
    count(values.size());
    for (const auto& [key, value] : values) {
      write(key);
      write(value);
    }
  }
  template <class T>
  void write(const std::optional<T>& value) {
    write(value.has_value());
    if (value) write(*value);
  }

  std::string bytes_;
};

// Throws std::runtime_error on a block that ends early; the caller turns that into a finding.
class ArchiveReader {
 public:
  // `bytes` at a multiple of kArchiveAlignment.
  explicit ArchiveReader(std::string_view bytes) : bytes_(bytes) {}
  template <class... T>
  void operator()(T&... value) {
    (read(value), ...);
  }
  bool at_end() const { return at_ == bytes_.size(); }

 private:
  void raw(void* data, std::size_t size) {
    if (size > bytes_.size() - at_) throw std::runtime_error("compiled pack is cut short");
    if (size != 0) std::memcpy(data, bytes_.data() + at_, size);
    at_ += size;
  }
  std::uint32_t count(std::size_t element_size) {
    std::uint32_t n = 0;
    raw(&n, sizeof n);
    if (n > (bytes_.size() - at_) / element_size) throw std::runtime_error("compiled pack is damaged");
    return n;
  }
  template <class T>
  void read(T& value) {
    if constexpr (HasFields<T, ArchiveReader>) {
      value.fields(*this);
    } else {
      static_assert(PlainData<T>);
      raw(&value, sizeof value);
    }
  }
  void read(std::string& value) {
    value.resize(count(1));
    raw(value.data(), value.size());
  }
  template <class T>
  void read(std::vector<T>& values) {
    if constexpr (PlainData<T> && !HasFields<T, ArchiveReader>) {
      values.resize(count(sizeof(T)));
      raw(values.data(), values.size() * sizeof(T));
    } else {
      values.resize(count(1));
      for (auto& value : values) read(value);
    }
  }
  template <class T>
  void read(Values<T>& values) {
    const std::size_t n = count(sizeof(T));
    at_ = (at_ + alignof(T) - 1) / alignof(T) * alignof(T);
    if (at_ > bytes_.size() || n * sizeof(T) > bytes_.size() - at_) throw std::runtime_error("compiled pack is cut short");
    values = Values<T>(std::span(reinterpret_cast<const T*>(bytes_.data() + at_), n));
    at_ += n * sizeof(T);
  }
  template <class A, class B>
  void read(std::pair<A, B>& value) {
    read(value.first);
    read(value.second);
  }
  template <class K, class V, class C>
  void read(std::map<K, V, C>& values) {
    for (auto n = count(1); n != 0; --n) {
      K key;
      read(key);
      read(values[std::move(key)]);
    }
  }
  template <class T>
  void read(std::optional<T>& value) {
    bool has = false;
    read(has);
    if (has) read(value.emplace());
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
};

}  // namespace kroniek
