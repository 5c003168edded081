#include "pack_data.hpp"

#include "archive.hpp"

namespace kroniek {

std::string pack_to_block(PackData& data) {
  ArchiveWriter writer;
  data.fields(writer);
  return writer.bytes();
}

PackData pack_from_block(std::string_view block) {
  PackData data;
  ArchiveReader reader(block);
  data.fields(reader);
  return data;
}

}  // namespace kroniek
