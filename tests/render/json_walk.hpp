#pragma once

#include <rapidjson/document.h>

// Calls `call` with every object in the value, the outermost first.
template <class Call>
void for_each_object(rapidjson::Value& value, const Call& call) {
  if (value.IsArray()) {
    for (auto& item : value.GetArray()) for_each_object(item, call);
  } else if (value.IsObject()) {
    call(value);
    for (auto& member : value.GetObject()) for_each_object(member.value, call);
  }
}
