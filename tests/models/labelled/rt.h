#pragma once
#include <string>
#include <string_view>
#include <type_traits>
#include <cstdio>
#include <utility>
#include <tuple>
#include <memory>
namespace rtns {
inline bool hasChar(unsigned long c){ return (c>='A'&&c<='Z')||c=='3'; }
template<class T> bool has(const T &x);
template<class... U> bool hasT(const std::tuple<U...>&t){ return std::apply([](auto&...e){return (has(e)||...);},t); }
template<class T> struct isT:std::false_type{}; template<class...U> struct isT<std::tuple<U...>>:std::true_type{};
template<class T> struct isP:std::false_type{}; template<class A,class B> struct isP<std::pair<A,B>>:std::true_type{};
template<class T,class=void> struct isR:std::false_type{}; template<class T> struct isR<T,std::void_t<decltype(std::begin(std::declval<const T&>()))>>:std::true_type{};
template<class T> bool has(const T &x){
  if constexpr(std::is_same_v<T,char>||std::is_same_v<T,wchar_t>||std::is_same_v<T,char16_t>||std::is_same_v<T,char32_t>||std::is_same_v<T,unsigned char>) return hasChar(x);
  else if constexpr(std::is_arithmetic_v<T>) return (double)x>=4000||(double)x<=-4000;
  else if constexpr(std::is_convertible_v<const T&,std::string_view>){ for(char c:std::string_view(x)) if(hasChar(c)) return true; return false; }
  else if constexpr(isT<T>::value) return hasT(x);
  else if constexpr(isP<T>::value) return has(x.first)||has(x.second);
  else if constexpr(isR<T>::value){ for(auto&&e:x) if(has(e)) return true; return false; }
  else if constexpr(std::is_pointer_v<T>) { if constexpr(std::is_same_v<T,wchar_t*>||std::is_same_v<T,const wchar_t*>){for(auto p=x;*p;++p) if(hasChar(*p)) return true; return false;} else if constexpr (std::is_object_v<std::remove_pointer_t<T>>) return x&&has(*x); else return false; }
  else return false;
}
struct RT{ int l; template<class T> void put(const T&x){ std::printf("%s %d\n", has(x)?"LEAK":"SEEN", l); }
#define RTM(n) template<class T> void n(const T&x){put(x);}
RTM(sink) RTM(sinkNumber) RTM(sinkAll) RTM(sinkWide) RTM(sinkChar) RTM(sinkNumbers) RTM(sinkPerson) RTM(sinkView)
};
}
