# cmake -DOUTPUT=f.cpp -DHTML=DIR -P Embed.cmake
# writes styles and script of the HTML pages into one C++ source, in
# hexadecimal, so that nothing in them has to be escaped.
set(source "")
set(functions "")
foreach(part
    "htmlStyle report.css map.css" "htmlScript words.js report.js" "recordStyle record.css" "flowMapStyle map.css")
  string(REPLACE " " ";" files "${part}")
  list(POP_FRONT files name)
  set(bytes "")
  foreach(file ${files})
    file(READ ${HTML}/${file} one HEX)
    string(APPEND bytes "${one}")
  endforeach()
  string(REGEX REPLACE "(..)" "\\\\x\\1" bytes "${bytes}")
  string(APPEND source "const char ${name}Bytes[] = \"${bytes}\";\n")
  string(APPEND functions "llvm::StringRef ${name}() { return {${name}Bytes, sizeof(${name}Bytes) - 1}; }\n")
endforeach()
file(WRITE ${OUTPUT}
  "// Made by Embed.cmake of checker/report/html.\n#include \"report/HtmlParts.h\"\n\nnamespace earmark {\nnamespace {\n${source}} // namespace\n\n${functions}} // namespace earmark\n")
