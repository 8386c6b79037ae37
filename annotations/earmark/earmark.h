/* Says in source which data is personal, whose it is and what it may be used
 * for. In a build every macro is nothing, under every compiler; only the checker
 * (which defines EARMARK_ANALYSIS) and clang-tidy (__clang_analyzer__) see the
 * attributes. Each macro is explained by example in README.md beside this folder.
 *
 *   struct Customer {
 *     std::string email EARMARK_PERSONAL("contact.email");
 *   };
 *
 * For C from C99 and C++ from C++11.
 */
#ifndef EARMARK_EARMARK_H
#define EARMARK_EARMARK_H

#if defined(EARMARK_ANALYSIS) || defined(__clang_analyzer__)

#pragma GCC system_header /* no extension of ours is reported as the user's */
#define EARMARK_DETAIL_SAYS(...) __attribute__((annotate(__VA_ARGS__)))

/* Data: on types, aliases, fields, variables, parameters, and functions (for
 * what they return). */
#define EARMARK_PERSONAL(...) EARMARK_DETAIL_SAYS("earmark:personal" __VA_OPT__(,) __VA_ARGS__)
#define EARMARK_SUBJECT(...) EARMARK_DETAIL_SAYS("earmark:subject" __VA_OPT__(,) __VA_ARGS__)
#define EARMARK_ONLY_FOR(...) EARMARK_DETAIL_SAYS("earmark:only-for" __VA_OPT__(,) __VA_ARGS__)
#define EARMARK_RETENTION(...) EARMARK_DETAIL_SAYS("earmark:retention" __VA_OPT__(,) __VA_ARGS__)
#define EARMARK_IS(...) EARMARK_DETAIL_SAYS("earmark:is" __VA_OPT__(,) __VA_ARGS__)
#define EARMARK_NOT_PERSONAL(...) EARMARK_DETAIL_SAYS("earmark:not-personal" __VA_OPT__(,) __VA_ARGS__)

/* Code: on functions; RUNS_FOR on classes and namespaces too. */
#define EARMARK_RUNS_FOR(...) EARMARK_DETAIL_SAYS("earmark:runs-for" __VA_OPT__(,) __VA_ARGS__)
#define EARMARK_CONSENT_FOR(...) EARMARK_DETAIL_SAYS("earmark:consent-for" __VA_OPT__(,) __VA_ARGS__)
#define EARMARK_AUDITS(...) EARMARK_DETAIL_SAYS("earmark:audits" __VA_OPT__(,) __VA_ARGS__)
#define EARMARK_ERASES(...) EARMARK_DETAIL_SAYS("earmark:erases" __VA_OPT__(,) __VA_ARGS__)

/* Where data goes and what becomes of it: on functions and parameters; EXPECTS
 * on parameters. */
#define EARMARK_SINK(...) EARMARK_DETAIL_SAYS("earmark:sink" __VA_OPT__(,) __VA_ARGS__)
#define EARMARK_MARKS(...) EARMARK_DETAIL_SAYS("earmark:marks" __VA_OPT__(,) __VA_ARGS__)
#define EARMARK_UNMARKS(...) EARMARK_DETAIL_SAYS("earmark:unmarks" __VA_OPT__(,) __VA_ARGS__)
#define EARMARK_EXPECTS(...) EARMARK_DETAIL_SAYS("earmark:expects" __VA_OPT__(,) __VA_ARGS__)

#else

#define EARMARK_PERSONAL(...)
#define EARMARK_SUBJECT(...)
#define EARMARK_ONLY_FOR(...)
#define EARMARK_RETENTION(...)
#define EARMARK_IS(...)
#define EARMARK_NOT_PERSONAL(...)
#define EARMARK_RUNS_FOR(...)
#define EARMARK_CONSENT_FOR(...)
#define EARMARK_AUDITS(...)
#define EARMARK_ERASES(...)
#define EARMARK_SINK(...)
#define EARMARK_MARKS(...)
#define EARMARK_UNMARKS(...)
#define EARMARK_EXPECTS(...)

#endif

#endif
