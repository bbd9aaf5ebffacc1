" An agent that runs already, for another LSP plugin or for Neovim itself, is used, and none is started.

function! Story() abort
  edit notes.md
  if has('nvim')
    call s:by_neovim()
  else
    call s:by_plugin('vim-lsp')
    call s:by_plugin('yegappan')
  endif
endfunction

function! s:by_plugin(name) abort
  execute 'set runtimepath^=' .. $SCRIPTS .. '/other-plugins/' .. a:name
  execute 'source' $SCRIPTS .. '/other-plugins/agent.vim'
  if a:name ==# 'vim-lsp'
    runtime autoload/lsp.vim
  else
    function! g:LspServerReady()
    endfunction
  endif
  call jira#agent#start()
  call s:use(a:name)
  call assert_equal(1, len(filter(job_info(), 'job_status(v:val) ==# "run"')))
  call job_stop(g:others_job)
  execute 'set runtimepath-=' .. $SCRIPTS .. '/other-plugins/' .. a:name
  delfunction! lsp#get_server_names
  Jira stop
  call assert_equal('off', jira#agent#state())
endfunction

function! s:use(name) abort
  if !exists('s:signed_in')
    call SignIn()
    let s:signed_in = 1
  endif
  call Until({-> jira#agent#state() ==# 'ready'}, 'the agent')
  call assert_match(a:name, jira#agent#host())
  Jira issues project = ABC ORDER BY key ASC
  call UntilLine('^ABC-1 ')
  call cursor(search('^ABC-1 '), 1)
  normal o
  call UntilLine('^# ABC-1: ')
  Jira issue NOPE-1
  call UntilSaid('Jira does not have it')
  bwipeout
  edit notes.md
endfunction

function! s:by_neovim() abort
  lua <<LUA
    local config = { name = 'jira', cmd = vim.list_extend(vim.deepcopy(vim.g.jira_command), { '--stdio', '--storage', vim.g.jira_settings.storage }), on_init = function() vim.g.ready = true end }
    if vim.fn.has('nvim-0.8') == 1 then
      vim.lsp.start(config)
    else
      vim.lsp.buf_attach_client(0, vim.lsp.start_client(config))
    end
LUA
  call Until({-> get(g:, 'ready', v:false)}, 'Neovim’s own client')
  call s:use('vim.lsp')
  call assert_equal(1, luaeval('#(vim.lsp.get_clients or vim.lsp.get_active_clients)()'))
  " It goes on when this plugin has no more use for it.
  Jira stop
  call assert_equal('off', jira#agent#state())
  call assert_equal(1, luaeval('#(vim.lsp.get_clients or vim.lsp.get_active_clients)()'))
  " The other way round: a configuration of the user’s joins the agent of this plugin.
  lua for _, client in ipairs((vim.lsp.get_clients or vim.lsp.get_active_clients)()) do vim.lsp.stop_client(client.id) end
  call Until({-> luaeval('#(vim.lsp.get_clients or vim.lsp.get_active_clients)()') == 0}, 'its end')
  Jira providers
  call Until({-> jira#agent#state() ==# 'ready'}, 'an agent')
  call assert_equal('jira', jira#agent#host())
  if has('nvim-0.11')
    lua vim.lsp.config('jira', { cmd = vim.g.jira_command })
    lua vim.lsp.enable('jira')
    edit more.md
    setlocal filetype=markdown
    sleep 200m
    call assert_equal(1, luaeval('#vim.lsp.get_clients()'))
    call assert_equal(1, luaeval('#vim.lsp.get_clients({ bufnr = 0 })'))
  endif
endfunction
