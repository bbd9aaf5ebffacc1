" What a start loads, and what it leaves alone.

function! Story() abort
  let scripts = split(execute('scriptnames'), "\n")
  call assert_equal(1, len(filter(copy(scripts), 'v:val =~# "clients/vim/plugin/jira\\.vim"')))
  call assert_equal([], filter(copy(scripts), 'v:val =~# "clients/vim/\\%(autoload\\|lua\\|ftplugin\\|syntax\\)"'))
  if has('nvim')
    call assert_equal([], luaeval('vim.tbl_filter(function(name) return name:find("^jira") end, vim.tbl_keys(package.loaded))'))
  endif
  " No mapping is forced on anyone.
  for mode in ['n', 'x', 'o', 'i', 'c', 't']
    let ours = filter(split(execute(mode .. 'map'), "\n"), 'v:val =~? "jira"')
    call assert_equal([], filter(ours, 'v:val !~# "<Plug>(jira-\\a\\+)"'), mode)
  endfor
  call assert_equal(2, exists(':Jira'))
  " The completion of the command starts no agent.
  call assert_equal(['assign'], getcompletion('Jira ass', 'cmdline'))
  call assert_equal('off', jira#agent#state())
  call assert_equal('', jira#statusline())
  call assert_true(index(getcompletion('Jira ', 'cmdline'), 'transition') >= 0)
endfunction
