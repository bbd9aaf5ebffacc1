" Vim's picker: a popup with a list, narrowed by what is typed.

let s:picker = {}

" Has the user choose a line. Calls {Chosen} with its index; with -1 where it is dismissed.
function! jira#picker#open(lines, prompt, Chosen) abort
  let s:picker = {'lines': a:lines, 'typed': '', 'at': 0, 'prompt': a:prompt, 'chosen': a:Chosen}
  let s:picker.window = popup_create('', {
        \ 'border': [],
        \ 'padding': [0, 1, 0, 1],
        \ 'minwidth': 40,
        \ 'maxwidth': max([40, &columns - 8]),
        \ 'maxheight': max([5, &lines / 2]),
        \ 'wrap': 0,
        \ 'mapping': 0,
        \ 'cursorline': 1,
        \ 'scrollbar': 1,
        \ 'filter': function('s:on_key'),
        \ 'callback': function('s:on_close', [s:picker]),
        \ })
  call s:show()
endfunction

" The matches, as indices; the best first.
function! s:matches() abort
  let indices = range(len(s:picker.lines))
  if s:picker.typed ==# ''
    return indices
  endif
  let found = matchfuzzy(map(indices, {_, index -> {'index': index, 'text': s:picker.lines[index]}}), s:picker.typed, {'key': 'text'})
  return map(found, 'v:val.index')
endfunction

function! s:show() abort
  let s:picker.matches = s:matches()
  let s:picker.at = max([0, min([s:picker.at, len(s:picker.matches) - 1])])
  let lines = map(copy(s:picker.matches), {_, index -> s:picker.lines[index]})
  call popup_settext(s:picker.window, empty(lines) ? ['  (no match)'] : lines)
  call popup_setoptions(s:picker.window, {'title': ' ' .. s:picker.prompt .. (s:picker.typed ==# '' ? ' ' : ' ' .. s:picker.typed .. jira#text#symbol('▏', '|') .. ' ')})
  call win_execute(s:picker.window, 'call cursor(' .. (s:picker.at + 1) .. ', 1)')
endfunction

function! s:on_key(window, key) abort
  if a:key ==# "\<CR>"
    call popup_close(a:window, empty(s:picker.matches) ? -1 : s:picker.matches[s:picker.at])
  elseif a:key ==# "\<Esc>" || a:key ==# "\<C-c>"
    call popup_close(a:window, -1)
  elseif index(["\<Down>", "\<C-n>", "\<C-j>", "\<Tab>"], a:key) >= 0
    call s:move(1)
  elseif index(["\<Up>", "\<C-p>", "\<C-k>", "\<S-Tab>"], a:key) >= 0
    call s:move(-1)
  elseif index(["\<PageDown>", "\<C-f>"], a:key) >= 0
    call s:move(10)
  elseif index(["\<PageUp>", "\<C-b>"], a:key) >= 0
    call s:move(-10)
  elseif a:key ==# "\<BS>" || a:key ==# "\<C-h>"
    call s:narrow(strcharpart(s:picker.typed, 0, max([0, strchars(s:picker.typed) - 1])))
  elseif a:key ==# "\<C-u>" || a:key ==# "\<C-w>"
    call s:narrow('')
  elseif a:key =~# '^[[:print:]]$'
    call s:narrow(s:picker.typed .. a:key)
  endif
  return 1
endfunction

function! s:move(by) abort
  let s:picker.at += a:by
  call s:show()
endfunction

function! s:narrow(typed) abort
  let s:picker.typed = a:typed
  let s:picker.at = 0
  call s:show()
endfunction

" Another popup may be opened by what is called: that is for after this one is gone. CTRL-C gives -1 as well.
function! s:on_close(picker, window, index) abort
  call timer_start(0, {_ -> a:picker.chosen(a:index)})
endfunction
