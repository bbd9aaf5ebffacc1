" What both editors have of LSP: which buffers the agent follows, and places in them.

" Whether the agent is told what a buffer holds.
function! jira#lsp#follows(buffer) abort
  if getbufvar(a:buffer, '&buftype') !~# '^\%(acwrite\)\=$' || bufname(a:buffer) ==# '' || !bufloaded(a:buffer)
    return 0
  endif
  let filetypes = get(g:, 'jira_filetypes', ['*'])
  if index(filetypes, '*') < 0 && index(filetypes, getbufvar(a:buffer, '&filetype')) < 0
    return 0
  endif
  return s:size(a:buffer) <= get(g:, 'jira_max_file_size', 1000000)
endfunction

" In bytes; a file on disk is not read for it.
function! s:size(buffer) abort
  if !has('nvim') && a:buffer == bufnr('%')
    return line2byte(line('$') + 1) - 1
  endif
  return max([0, getfsize(fnamemodify(bufname(a:buffer), ':p'))])
endfunction

" The params of a request about a place; by default the cursor's.
function! jira#lsp#position(...) abort
  let [lnum, column] = a:0 ? a:1 : [line('.'), col('.')]
  return {
        \ 'textDocument': {'uri': jira#lsp#uri(bufnr('%'))},
        \ 'position': {'line': lnum - 1, 'character': s:units(strpart(getline(lnum), 0, column - 1))},
        \ }
endfunction

function! jira#lsp#uri(buffer) abort
  return has('nvim') ? luaeval('vim.uri_from_bufnr(_A)', a:buffer) : jira#lsp#documents#uri(a:buffer)
endfunction

" The length of a text, as the agent counts.
function! s:units(text) abort
  let encoding = jira#agent#encoding()
  if encoding ==# 'utf-8'
    return strlen(a:text)
  endif
  let characters = split(a:text, '\zs')
  let points = 0
  for character in characters
    for point in str2list(character)
      let points += encoding ==# 'utf-16' && point > 0xffff ? 2 : 1
    endfor
  endfor
  return points
endfunction

" The byte in a line, from 0, at which a position of the agent is.
function! jira#lsp#byte(line, character) abort
  if jira#agent#encoding() ==# 'utf-8'
    return min([a:character, strlen(a:line)])
  endif
  let at = 0
  let units = 0
  for character in split(a:line, '\zs')
    if units >= a:character
      break
    endif
    let units += s:units(character)
    let at += strlen(character)
  endfor
  return at
endfunction

" Whether a place of the cursor, [lnum, col], is in a range.
function! jira#lsp#contains(range, place) abort
  let [lnum, column] = a:place
  let from = [a:range.start.line + 1, jira#lsp#byte(getline(a:range.start.line + 1), a:range.start.character) + 1]
  let to = [a:range.end.line + 1, jira#lsp#byte(getline(a:range.end.line + 1), a:range.end.character) + 1]
  return s:before(from, [lnum, column], 1) && s:before([lnum, column], to, 0)
endfunction

function! s:before(one, other, or_at) abort
  if a:one[0] != a:other[0]
    return a:one[0] < a:other[0]
  endif
  return a:or_at ? a:one[1] <= a:other[1] : a:one[1] < a:other[1]
endfunction

" The lines of Markdown, or of plain text, that an answer holds.
function! jira#lsp#markup(contents) abort
  if type(a:contents) == v:t_list
    return join(map(copy(a:contents), 'jira#lsp#markup(v:val)'), "\n\n")
  endif
  return type(a:contents) == v:t_dict ? a:contents.value : a:contents
endfunction
