/* formkit: reads application/x-www-form-urlencoded text. Vendored; the policy
 * says what comes out of it (see `annotate` in earmark.yaml). */
#ifndef FORMKIT_H
#define FORMKIT_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Writes the decoded value of the field `name` to `out`, cut at `size`, and
 * returns its length; -1 where the form has no such field. */
int formkit_field(const char *form, const char *name, char *out, size_t size);

#ifdef __cplusplus
}
#endif

#endif
