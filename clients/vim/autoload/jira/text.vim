" Text that comes from elsewhere, as it may be shown.

" On one line, without what acts on a terminal (the agent sees to that too) or breaks a line of a buffer.
function! jira#text#line(text) abort
  return trim(substitute(a:text, '[[:cntrl:]]\+', ' ', 'g'))
endfunction

" As many lines as it has.
function! jira#text#lines(text) abort
  return map(split(substitute(a:text, '\r\n\=', "\n", 'g'), "\n", 1), {_, line -> substitute(line, '[[:cntrl:]]', {found -> found[0] ==# "\t" ? "\t" : ' '}, 'g')})
endfunction

" Cut to, and padded to, a width in cells of the screen.
function! jira#text#cell(text, width) abort
  let text = jira#text#line(a:text)
  if strdisplaywidth(text) > a:width
    let ellipsis = jira#text#symbol('…', '>')
    let length = a:width
    while strdisplaywidth(strcharpart(text, 0, length)) > a:width - strdisplaywidth(ellipsis)
      let length -= 1
    endwhile
    let text = strcharpart(text, 0, length) .. ellipsis
  endif
  return text .. repeat(' ', a:width - strdisplaywidth(text))
endfunction

" A sign, or what takes its place where the terminal has none.
function! jira#text#symbol(sign, plain) abort
  return get(g:, 'jira_ascii', &encoding !=# 'utf-8') ? a:plain : a:sign
endfunction

" The day of an RFC 3339 time, in UTC.
function! jira#text#day(time) abort
  return strpart(a:time, 0, 10)
endfunction

" An address with what is no part of one percent-encoded.
function! jira#text#encode(text) abort
  return substitute(a:text, '[^A-Za-z0-9._~!$&''()*+,;=:@/-]', '\=s:percent(submatch(0))', 'g')
endfunction

function! s:percent(character) abort
  return join(map(range(strlen(a:character)), {_, at -> printf('%%%02X', char2nr(a:character[at]))}), '')
endfunction

function! jira#text#decode(text) abort
  return substitute(a:text, '\%(%\x\x\)\+', '\=s:bytes(submatch(0))', 'g')
endfunction

function! s:bytes(text) abort
  return join(map(split(a:text, '%'), {_, hex -> iconv(nr2char(str2nr(hex, 16)), 'utf-8', 'latin1')}), '')
endfunction
