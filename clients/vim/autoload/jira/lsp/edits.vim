" Changes of Vim's buffers that the agent asks for.

" Makes a `WorkspaceEdit`, all of it or nothing. False where that cannot be.
function! jira#lsp#edits#apply(edit) abort
  let changes = has_key(a:edit, 'documentChanges') && a:edit.documentChanges isnot v:null
        \ ? map(copy(a:edit.documentChanges), {_, each -> [get(get(each, 'textDocument', {}), 'uri', ''), get(get(each, 'textDocument', {}), 'version', v:null), get(each, 'edits', [])]})
        \ : map(items(get(a:edit, 'changes', {})), {_, each -> [each[0], v:null, each[1]]})
  let buffers = map(copy(changes), {_, change -> s:buffer(change[0])})
  for index in range(len(changes))
    let [uri, meant, edits] = changes[index]
    if buffers[index] <= 0 || (meant isnot v:null && meant != jira#lsp#documents#version(buffers[index]))
      return 0
    endif
  endfor
  for index in range(len(changes))
    call s:apply(buffers[index], changes[index][2])
  endfor
  return 1
endfunction

function! s:buffer(uri) abort
  let buffer = jira#lsp#documents#buffer(a:uri)
  if buffer == 0 && a:uri =~# '^file:'
    let buffer = bufadd(jira#lsp#documents#path(a:uri))
    call bufload(buffer)
    call setbufvar(buffer, '&buflisted', 1)
  endif
  return buffer
endfunction

" From the end to the beginning, so that the places of those to come stay true.
function! s:apply(buffer, edits) abort
  for edit in sort(copy(a:edits), function('s:later_first'))
    let from = edit.range.start
    let to = edit.range.end
    let first = get(getbufline(a:buffer, from.line + 1), 0, '')
    let last = get(getbufline(a:buffer, to.line + 1), 0, '')
    let text = strpart(first, 0, jira#lsp#byte(first, from.character)) .. edit.newText .. strpart(last, jira#lsp#byte(last, to.character))
    let lines = split(text, "\n", 1)
    let height = to.line - from.line + 1
    call setbufline(a:buffer, from.line + 1, lines[0 : height - 1])
    if len(lines) > height
      call appendbufline(a:buffer, to.line + 1, lines[height :])
    elseif len(lines) < height
      call deletebufline(a:buffer, from.line + 1 + len(lines), to.line + 1)
    endif
  endfor
endfunction

function! s:later_first(one, other) abort
  let one = a:one.range.start
  let other = a:other.range.start
  return one.line == other.line ? other.character - one.character : other.line - one.line
endfunction
