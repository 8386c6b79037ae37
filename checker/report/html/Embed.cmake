# cmake -DOUTPUT=f.cpp -DHTML=DIR -P Embed.cmake
# writes style and script of the HTML report into one C++ source, in
# hexadecimal, so that nothing in them has to be escaped.
set(source "")
foreach(kind css js)
  file(READ ${HTML}/report.${kind} bytes HEX)
  string(REGEX REPLACE "(..)" "\\\\x\\1" bytes "${bytes}")
  string(APPEND source "const char ${kind}Bytes[] = \"${bytes}\";\n")
endforeach()
file(WRITE ${OUTPUT}
  "// Made by Embed.cmake of checker/report/html.\n#include \"report/HtmlParts.h\"\n\nnamespace earmark {\nnamespace {\n${source}} // namespace\n\nllvm::StringRef htmlStyle() { return {cssBytes, sizeof(cssBytes) - 1}; }\nllvm::StringRef htmlScript() { return {jsBytes, sizeof(jsBytes) - 1}; }\n} // namespace earmark\n")
