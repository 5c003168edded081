// The block: the size of the scan database, the database, the rest.
#include "pack_data.hpp"

#include "archive.hpp"

#include <cstring>
#include <stdexcept>

namespace kroniek {

std::string pack_to_block(PackData& data) {
  std::string block(kArchiveAlignment, '\0');
  const std::uint64_t size = data.scan_database.image.size();
  std::memcpy(block.data(), &size, sizeof size);
  block += data.scan_database.image;
  ArchiveWriter writer;
  data.fields(writer);
  return block + writer.bytes();
}

PackData pack_from_block(std::string_view block) {
  std::uint64_t size = 0;
  if (block.size() < kArchiveAlignment) throw std::runtime_error("compiled pack is cut short");
  std::memcpy(&size, block.data(), sizeof size);
  block.remove_prefix(kArchiveAlignment);
  if (size > block.size() || size % kArchiveAlignment != 0) throw std::runtime_error("compiled pack is damaged");
  PackData data;
  data.scan_database.image = block.substr(0, size);
  ArchiveReader reader(block.substr(size));
  data.fields(reader);
  return data;
}

}  // namespace kroniek
