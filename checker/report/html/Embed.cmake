# cmake -DOUTPUT=f.cpp -DHTML=DIR -P Embed.cmake
# writes styles and script of the HTML pages into one C++ source, in
# hexadecimal, so that nothing in them has to be escaped.
set(source "")
set(functions "")
foreach(pair report.css:htmlStyle report.js:htmlScript record.css:recordStyle)
  string(REPLACE ":" ";" pair ${pair})
  list(GET pair 0 file)
  list(GET pair 1 name)
  file(READ ${HTML}/${file} bytes HEX)
  string(REGEX REPLACE "(..)" "\\\\x\\1" bytes "${bytes}")
  string(APPEND source "const char ${name}Bytes[] = \"${bytes}\";\n")
  string(APPEND functions "llvm::StringRef ${name}() { return {${name}Bytes, sizeof(${name}Bytes) - 1}; }\n")
endforeach()
file(WRITE ${OUTPUT}
  "// Made by Embed.cmake of checker/report/html.\n#include \"report/HtmlParts.h\"\n\nnamespace earmark {\nnamespace {\n${source}} // namespace\n\n${functions}} // namespace earmark\n")
