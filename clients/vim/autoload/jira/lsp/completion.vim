" Completion of keys. The agent may have to ask Jira: the matches come when they are there.

let s:request = {}

" As 'omnifunc' and 'completefunc' have it; see :help complete-functions.
function! jira#lsp#completion#complete(findstart, base) abort
  if !a:findstart
    return []
  endif
  if !empty(s:request)
    call jira#agent#cancel(s:request)
  endif
  let place = [bufnr('%'), line('.'), col('.'), b:changedtick]
  let s:request = jira#agent#request('textDocument/completion', jira#lsp#position(), function('s:show', [place]))
  " No completion now; complete() begins one.
  return -2
endfunction

function! s:show(place, result) abort
  let s:request = {}
  if mode() !~# '^[iR]' || [bufnr('%'), line('.'), col('.'), b:changedtick] != a:place
    return
  endif
  let items = type(a:result) == v:t_dict ? a:result.items : type(a:result) == v:t_list ? a:result : []
  if !empty(items)
    let start = min(map(copy(items), {_, item -> s:start(item)}))
    call complete(start, map(sort(copy(items), function('s:by_order')), {_, item -> s:match(item, start)}))
  endif
endfunction

" The column at which what an item replaces begins; without its word, that of the word before the cursor.
function! s:start(item) abort
  let range = get(get(a:item, 'textEdit', {}), 'range', {})
  if empty(range)
    return match(strpart(getline('.'), 0, col('.') - 1), '\k*$') + 1
  endif
  return jira#lsp#byte(getline('.'), range.start.character) + 1
endfunction

" What an item has after the common start: text of the line first, where it begins later.
function! s:match(item, start) abort
  let text = get(get(a:item, 'textEdit', {}), 'newText', get(a:item, 'insertText', a:item.label))
  let before = strpart(getline('.'), a:start - 1, s:start(a:item) - a:start)
  let documentation = get(a:item, 'documentation', '')
  return {
        \ 'word': before .. text,
        \ 'abbr': jira#text#line(a:item.label),
        \ 'menu': jira#text#line(s:detail(a:item)),
        \ 'info': documentation is v:null ? '' : jira#lsp#markup(documentation),
        \ 'equal': 1,
        \ 'dup': 1,
        \ }
endfunction

function! s:detail(item) abort
  let detail = get(a:item, 'detail', '')
  let description = get(get(a:item, 'labelDetails', {}), 'description', '')
  return type(detail) == v:t_string && detail !=# '' ? detail : type(description) == v:t_string ? description : ''
endfunction

function! s:by_order(one, other) abort
  let one = get(a:one, 'sortText', a:one.label)
  let other = get(a:other, 'sortText', a:other.label)
  return one ==# other ? 0 : one ># other ? 1 : -1
endfunction
