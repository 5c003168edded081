#include "compressed.hpp"

#include <boost/iostreams/copy.hpp>
#include <boost/iostreams/device/array.hpp>
#include <boost/iostreams/filter/gzip.hpp>
#include <boost/iostreams/filter/zlib.hpp>
#include <boost/iostreams/filtering_stream.hpp>

#include <array>
#include <cstdint>
#include <exception>

namespace kroniek {

namespace {

namespace io = boost::iostreams;

template <class Filter>
std::optional<std::string> unpacked(std::string_view content, const Filter& filter) {
  try {
    io::filtering_istream in;
    in.push(filter);
    in.push(io::array_source(content.data(), content.size()));
    in.exceptions(std::ios::badbit);
    std::string out;
    std::array<char, 65536> buffer;
    while (in.read(buffer.data(), buffer.size()) || in.gcount() > 0) {
      out.append(buffer.data(), static_cast<std::size_t>(in.gcount()));
      if (out.size() > kMostUnpacked) return std::nullopt;
    }
    return out;
  } catch (const std::exception&) {
    return std::nullopt;
  }
}

// Numbers of a ZIP archive (APPNOTE 6.3): little-endian; 0 where the archive ends.
std::size_t number(std::string_view data, std::size_t at, std::size_t bytes) {
  std::size_t value = 0;
  for (std::size_t i = bytes; i-- > 0;) value = (value << 8U) | (at + i < data.size() ? static_cast<unsigned char>(data[at + i]) : 0U);
  return value;
}

}  // namespace

bool is_gzip(std::string_view content) { return content.starts_with("\x1F\x8B"); }

std::optional<std::string> gunzip(std::string_view content) { return unpacked(content, io::gzip_decompressor()); }

std::optional<std::string> zip_member(std::string_view archive, std::string_view name) {
  const auto end = archive.rfind(std::string_view("PK\x05\x06", 4));
  if (end == std::string_view::npos) return std::nullopt;
  auto at = number(archive, end + 16, 4);
  for (auto count = number(archive, end + 10, 2); count > 0; --count) {
    if (archive.substr(std::min(at, archive.size()), 4) != std::string_view("PK\x01\x02", 4)) return std::nullopt;
    const auto name_size = number(archive, at + 28, 2);
    if (at + 46 + name_size > archive.size()) return std::nullopt;
    if (archive.substr(at + 46, name_size) == name) {
      const auto method = number(archive, at + 10, 2), size = number(archive, at + 20, 4), local = number(archive, at + 42, 4);
      const auto data = local + 30 + number(archive, local + 26, 2) + number(archive, local + 28, 2);
      if (data > archive.size() || size > archive.size() - data) return std::nullopt;
      const auto packed = archive.substr(data, size);
      if (method == 0) return std::string(packed);
      if (method != 8) return std::nullopt;
      io::zlib_params raw;
      raw.noheader = true;
      return unpacked(packed, io::zlib_decompressor(raw));
    }
    at += 46 + name_size + number(archive, at + 30, 2) + number(archive, at + 32, 2);
  }
  return std::nullopt;
}

}  // namespace kroniek
