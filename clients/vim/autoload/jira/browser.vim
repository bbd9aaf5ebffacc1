" The browser: the user's own choice, or else the system's, which the agent knows how to open.

" Opens an address by g:jira_browser; false where it is not set.
function! jira#browser#open_by_setting(url) abort
  let browser = get(g:, 'jira_browser', [])
  let command = type(browser) == v:t_list ? copy(browser) : [expand(browser)]
  if empty(command) || a:url !~# '^https\=://'
    return 0
  endif
  if has('nvim')
    return jobstart(command + [a:url], {'detach': v:true}) > 0
  endif
  return job_status(job_start(command + [a:url], {'stoponexit': '', 'in_io': 'null', 'out_io': 'null', 'err_io': 'null'})) !=# 'fail'
endfunction

" Opens whatever is under the cursor as the editor itself would.
function! jira#browser#open_under_cursor() abort
  let target = expand('<cfile>')
  if target ==# ''
    return
  endif
  if has('nvim-0.10')
    call luaeval('vim.ui.open(_A) and nil', target)
  elseif maparg('<Plug>NetrwBrowseX', 'n') !=# ''
    call feedkeys("\<Plug>NetrwBrowseX", 'm')
  elseif exists(':Open') == 2
    execute 'Open' target
  else
    call netrw#BrowseX(target, 0)
  endif
endfunction
