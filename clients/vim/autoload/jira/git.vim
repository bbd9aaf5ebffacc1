" What git does for this plugin.

" Creates a branch in the repository of the buffer, or else of the working folder, and checks it out.
function! jira#git#create_branch(name) abort
  let folder = bufname('%') =~# '^\a\+://' || bufname('%') ==# '' ? getcwd() : expand('%:p:h')
  let command = ['git', '-C', folder, 'switch', '--create', a:name]
  if has('nvim')
    let said = []
    call jobstart(command, {'on_stderr': {_, data, event -> extend(said, data)}, 'on_exit': {_, code, event -> s:created(a:name, code, join(said, ' '))}})
  else
    let said = []
    call job_start(command, {'in_io': 'null', 'out_io': 'null', 'err_cb': {_, line -> add(said, line)}, 'exit_cb': {_, code -> timer_start(10, {_ -> s:created(a:name, code, join(said, ' '))})}})
  endif
endfunction

function! s:created(name, code, said) abort
  if a:code != 0
    return jira#ui#error('git did not create the branch: ' .. trim(a:said))
  endif
  call jira#ui#say('On the new branch ' .. a:name .. '.')
  checktime
endfunction
