" What the user is told and asked.

function! jira#ui#say(text) abort
  call s:echo('None', a:text)
endfunction

function! jira#ui#warn(text) abort
  call s:echo('WarningMsg', a:text)
endfunction

function! jira#ui#error(text) abort
  call s:echo('ErrorMsg', a:text)
endfunction

" An answer of the agent that is an error: its words, and what to do next.
function! jira#ui#failed(error) abort
  let data = type(get(a:error, 'data', {})) == v:t_dict ? get(a:error, 'data', {}) : {}
  " The end of the agent itself was told once already; what the user cancelled is no news.
  if get(data, 'kind', '') ==# 'ended' || get(a:error, 'code', 0) == -32800
    return
  endif
  call jira#ui#error(a:error.message)
  let hint = get(data, 'hint', '')
  if type(hint) == v:t_string && hint !=# ''
    call jira#ui#say(hint)
  endif
  call jira#events#emit('Error', {'message': a:error.message, 'kind': get(data, 'kind', '')})
endfunction

" What the user must know although it went well.
function! jira#ui#warnings(result) abort
  let warnings = type(a:result) == v:t_dict ? get(a:result, 'warnings', []) : []
  for warning in type(warnings) == v:t_list ? warnings : []
    call jira#ui#warn(warning)
  endfor
endfunction

function! s:echo(highlight, text) abort
  redraw
  execute 'echohl' a:highlight
  try
    for line in jira#text#lines(a:text)
      echomsg 'Jira: ' .. line
    endfor
  finally
    echohl None
  endtry
endfunction

" Has the user choose among {items}; {Label} makes a line of one. {Then} is called with the choice. Where the user
" dismisses it, the function that may follow is called.
function! jira#ui#select(items, prompt, Label, Then, ...) abort
  let Dismissed = get(a:000, 0, {-> 0})
  if empty(a:items)
    call jira#ui#say('There is nothing to choose from.')
    return Dismissed()
  endif
  let labels = map(copy(a:items), {_, item -> jira#text#line(a:Label(item))})
  let Chosen = function('s:chosen', [a:items, a:Then, Dismissed])
  if has('nvim')
    call v:lua.require'jira.ui'.select(labels, a:prompt, jira#callbacks#keep(Chosen))
  else
    call jira#picker#open(labels, a:prompt, Chosen)
  endif
endfunction

" {index} is -1 where the user dismissed it.
function! s:chosen(items, Then, Dismissed, index) abort
  return a:index < 0 ? a:Dismissed() : a:Then(a:items[a:index])
endfunction

" Asks for a line of text. {Then} is called with it unless it is empty.
function! jira#ui#input(prompt, default, Then) abort
  if has('nvim')
    call v:lua.require'jira.ui'.input(a:prompt, a:default, jira#callbacks#keep(function('s:typed', [a:Then])))
  else
    call s:typed(a:Then, s:ask({-> input(a:prompt, a:default)}))
  endif
endfunction

" Asks for the path of a file.
function! jira#ui#input_file(prompt, Then) abort
  call s:typed(a:Then, s:ask({-> input(a:prompt, '', 'file')}))
endfunction

" Asks for what nobody may see: it is not shown, and neither a history nor a register keeps it.
function! jira#ui#secret(prompt, Then) abort
  call s:typed(a:Then, s:ask({-> inputsecret(a:prompt)}))
endfunction

function! s:ask(Ask) abort
  try
    return a:Ask()
  catch /^Vim:Interrupt$/
    return ''
  finally
    redraw
  endtry
endfunction

function! s:typed(Then, text) abort
  if trim(a:text) !=# ''
    call a:Then(trim(a:text))
  endif
endfunction

" Calls {Then} where the user agrees.
function! jira#ui#agree(question, Then) abort
  call jira#ui#select(['Yes', 'No'], a:question, {answer -> answer}, {answer -> answer ==# 'Yes' ? a:Then() : 0})
endfunction

" Shows lines over the text, until the cursor moves. {filetype} says how they are coloured.
function! jira#ui#float(lines, filetype) abort
  if has('nvim')
    call v:lua.require'jira.ui'.float(a:lines, a:filetype)
  else
    let window = popup_atcursor(a:lines, {'border': [], 'padding': [0, 1, 0, 1], 'maxheight': &lines * 2 / 3, 'maxwidth': min([100, &columns - 4]), 'moved': 'any', 'scrollbar': 1, 'filter': function('s:float_key'), 'filtermode': 'n'})
    call setbufvar(winbufnr(window), '&modeline', 0)
    call setbufvar(winbufnr(window), '&filetype', a:filetype)
    call win_execute(window, 'setlocal conceallevel=2 nospell')
  endif
endfunction

function! s:float_key(window, key) abort
  let scroll = get({"\<C-e>": "\<C-e>", "\<C-y>": "\<C-y>", "\<C-f>": "\<C-d>", "\<C-b>": "\<C-u>"}, a:key, '')
  if scroll !=# ''
    call win_execute(a:window, 'normal! ' .. scroll)
    return 1
  endif
  if a:key ==# "\<Esc>"
    call popup_close(a:window)
    return 1
  endif
  return 0
endfunction
