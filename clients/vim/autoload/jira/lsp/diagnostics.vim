" The agent's diagnostics in Vim: signs, highlighted text, and the message when the cursor rests on it.

" By the number of the buffer.
let s:diagnostics = {}
let s:kinds = ['Error', 'Warning', 'Info', 'Hint']

" Shows the diagnostics of a buffer in the place of those before.
function! jira#lsp#diagnostics#publish(buffer, diagnostics) abort
  if empty(a:diagnostics) && !has_key(s:diagnostics, a:buffer)
    return
  endif
  call s:define()
  let s:diagnostics[a:buffer] = a:diagnostics
  call sign_unplace('jira', {'buffer': a:buffer})
  if bufloaded(a:buffer)
    for kind in s:kinds
      call prop_remove({'type': 'Jira' .. kind, 'bufnr': a:buffer, 'all': 1})
    endfor
    for diagnostic in a:diagnostics
      call s:show(a:buffer, diagnostic)
    endfor
  endif
  if empty(a:diagnostics)
    call remove(s:diagnostics, a:buffer)
  endif
  call jira#events#emit('Diagnostics', {'buffer': a:buffer})
endfunction

" Those of a buffer, as LSP has them.
function! jira#lsp#diagnostics#of(buffer) abort
  return get(s:diagnostics, a:buffer, [])
endfunction

" Those of a line.
function! jira#lsp#diagnostics#at(buffer, lnum) abort
  return filter(copy(jira#lsp#diagnostics#of(a:buffer)), {_, each -> each.range.start.line + 1 <= a:lnum && a:lnum <= each.range.end.line + 1})
endfunction

function! jira#lsp#diagnostics#clear() abort
  for buffer in keys(s:diagnostics)
    call jira#lsp#diagnostics#publish(+buffer, [])
  endfor
endfunction

" Those of a buffer, as a location list takes them.
function! jira#lsp#diagnostics#items(buffer) abort
  return map(copy(jira#lsp#diagnostics#of(a:buffer)), {_, each -> {
        \ 'bufnr': a:buffer,
        \ 'lnum': each.range.start.line + 1,
        \ 'col': jira#lsp#byte(s:line(a:buffer, each.range.start.line), each.range.start.character) + 1,
        \ 'type': get(['', 'E', 'W', 'I', 'N'], get(each, 'severity', 1), 'E'),
        \ 'text': jira#text#line(each.message),
        \ }})
endfunction

function! s:define() abort
  if !empty(sign_getdefined('JiraError'))
    return
  endif
  let signs = {'Error': 'ErrorMsg', 'Warning': 'WarningMsg', 'Info': 'Identifier', 'Hint': 'Comment'}
  let texts = {'Error': 'SpellBad', 'Warning': 'SpellCap', 'Info': 'SpellRare', 'Hint': 'SpellRare'}
  for kind in s:kinds
    execute 'highlight default link JiraSign' .. kind .. ' ' .. signs[kind]
    execute 'highlight default link JiraText' .. kind .. ' ' .. texts[kind]
    call sign_define('Jira' .. kind, {'text': kind[0] .. '>', 'texthl': 'JiraSign' .. kind})
    call prop_type_add('Jira' .. kind, {'highlight': 'JiraText' .. kind, 'combine': 1})
  endfor
  augroup jira_diagnostics
    autocmd!
    autocmd CursorHold * call s:tell()
  augroup END
endfunction

function! s:show(buffer, diagnostic) abort
  let kind = s:kinds[max([1, min([4, get(a:diagnostic, 'severity', 1)])]) - 1]
  let from = a:diagnostic.range.start
  let to = a:diagnostic.range.end
  call sign_place(0, 'jira', 'Jira' .. kind, a:buffer, {'lnum': from.line + 1, 'priority': 10})
  let start = jira#lsp#byte(s:line(a:buffer, from.line), from.character)
  let end = jira#lsp#byte(s:line(a:buffer, to.line), to.character)
  " The text may have changed since: a place that is no more is left out.
  try
    call prop_add(from.line + 1, start + 1, {'type': 'Jira' .. kind, 'bufnr': a:buffer, 'end_lnum': to.line + 1, 'end_col': end + 1})
  catch /^Vim\%((\S\+)\)\=:E96[46]:/
  endtry
endfunction

function! s:line(buffer, line) abort
  return get(getbufline(a:buffer, a:line + 1), 0, '')
endfunction

function! s:tell() abort
  let here = jira#lsp#diagnostics#at(bufnr('%'), line('.'))
  if !empty(here) && mode() ==# 'n'
    echo strcharpart(jira#text#line(here[0].message), 0, max([0, &columns - 12]))
  endif
endfunction
