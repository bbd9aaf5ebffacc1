" Functions that Lua calls: a Funcref does not get through `v:lua`, a number does.

let s:kept = {}
let s:last = 0

" Keeps a function until it is called, and gives its number.
function! jira#callbacks#keep(Function) abort
  let s:last += 1
  let s:kept[s:last] = a:Function
  return s:last
endfunction

" Calls it, once.
function! jira#callbacks#call(number, ...) abort
  if has_key(s:kept, a:number)
    call call(remove(s:kept, a:number), a:000)
  endif
endfunction
