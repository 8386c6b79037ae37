#include "formkit.h"

#include <ctype.h>
#include <string.h>

static int hex_digit(char c) {
  if (c >= '0' && c <= '9')
    return c - '0';
  return tolower((unsigned char)c) - 'a' + 10;
}

static int decode(const char *text, const char *end, char *out, size_t size) {
  size_t length = 0;
  while (text < end && length + 1 < size) {
    if (*text == '%' && end - text > 2 && isxdigit((unsigned char)text[1]) &&
        isxdigit((unsigned char)text[2])) {
      out[length++] = (char)(hex_digit(text[1]) * 16 + hex_digit(text[2]));
      text += 3;
    } else {
      out[length++] = *text == '+' ? ' ' : *text;
      ++text;
    }
  }
  if (size > 0)
    out[length] = '\0';
  return (int)length;
}

int formkit_field(const char *form, const char *name, char *out, size_t size) {
  const size_t name_length = strlen(name);
  while (*form) {
    const char *end = strchr(form, '&');
    if (!end)
      end = form + strlen(form);
    if ((size_t)(end - form) > name_length && strncmp(form, name, name_length) == 0 &&
        form[name_length] == '=')
      return decode(form + name_length + 1, end, out, size);
    form = *end ? end + 1 : end;
  }
  return -1;
}
