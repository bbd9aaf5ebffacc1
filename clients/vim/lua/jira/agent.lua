--- The agent as a client of vim.lsp. What it asks of the editor beyond Neovim's own is answered in Vim script.
local M = {}

local version_0_11 = vim.fn.has('nvim-0.11') == 1

--- Methods of a client: a plain function of the client until 0.10, a method since.
local function call(client, name, ...)
  if version_0_11 then
    return client[name](client, ...)
  end
  return client[name](...)
end

local function clients()
  return (vim.lsp.get_clients or vim.lsp.get_active_clients)()
end

--- What the agent says of itself; nil for any other server.
local function about(client)
  local capabilities = client.server_capabilities or {}
  local jira = (capabilities.experimental or {}).jira
  return jira and { id = client.id, jira = jira, encoding = client.offset_encoding or 'utf-16' } or nil
end

--- The agent of a configuration of the user's.
function M.running()
  for _, client in ipairs(clients()) do
    local found = about(client)
    if found then
      return found
    end
  end
end

local function capabilities()
  return vim.tbl_deep_extend('force', vim.lsp.protocol.make_client_capabilities(), vim.fn['jira#lsp#capabilities#of_jira']())
end

--- Handlers that are the same in Vim.
local function handlers()
  local own = {
    ['window/showDocument'] = function(_, params)
      return { success = vim.fn['jira#lsp#requests#show_document'](params) }
    end,
    ['workspace/textDocumentContent/refresh'] = function(_, params)
      vim.fn['jira#buffers#changed'](params.uri)
      return vim.NIL
    end,
  }
  for _, method in ipairs({ 'jira/providersChanged', 'window/showMessage' }) do
    own[method] = function(_, params)
      vim.fn['jira#lsp#notifications#take'](method, params)
    end
  end
  return own
end

local following

--- Starts the agent. Returns the number of the client; nil where that fails.
function M.start(command, settings)
  local meant = false
  local config = {
    -- A configuration of the user's by this name joins it.
    name = 'jira',
    cmd = command,
    capabilities = capabilities(),
    handlers = handlers(),
    init_options = vim.tbl_isempty(settings) and vim.empty_dict() or settings,
    settings = { jira = settings },
    on_init = function(client)
      vim.schedule(function()
        vim.fn['jira#agent#neovim#initialized'](about(client) or { id = client.id, jira = vim.empty_dict(), encoding = 'utf-16' })
        M.follow(client.id)
      end)
    end,
    on_exit = function(code, signal)
      vim.schedule(function()
        -- The way of a shell: a signal is 128 and its number.
        vim.fn['jira#agent#neovim#ended'](signal == 0 and code or 128 + signal, meant or (code == 0 and signal == 0))
      end)
    end,
  }
  M.mean_to_end = function()
    meant = true
  end
  if version_0_11 then
    return vim.lsp.start(config, { attach = false })
  end
  return vim.lsp.start_client(config)
end

--- Follows every buffer that the user allows, now and later.
function M.follow(id)
  following = following or vim.api.nvim_create_augroup('jira_follow', {})
  vim.api.nvim_clear_autocmds({ group = following })
  local function attach(buffer)
    if vim.lsp.get_client_by_id(id) and vim.fn['jira#lsp#follows'](buffer) == 1 then
      vim.lsp.buf_attach_client(buffer, id)
    end
  end
  vim.api.nvim_create_autocmd({ 'FileType', 'BufEnter' }, {
    group = following,
    callback = function(event)
      attach(event.buf)
    end,
  })
  for _, buffer in ipairs(vim.api.nvim_list_bufs()) do
    if vim.api.nvim_buf_is_loaded(buffer) then
      attach(buffer)
    end
  end
end

--- Neovim can be told to write all that goes over the wire into its log: secrets do not go there.
local function unlogged(send)
  local log = require('vim.lsp.log')
  local level = log.get_level()
  log.set_level(vim.log.levels.ERROR)
  local ok, sent, id = pcall(send)
  log.set_level(level)
  return ok and sent, id
end

--- Sends a request; `answer` is the number of a callback. Returns the number of the request.
function M.request(id, method, params, answer)
  local client = vim.lsp.get_client_by_id(id)
  local send = function()
    return call(client, 'request', method, params, function(err, result)
      vim.fn['jira#callbacks#call'](answer, err or vim.empty_dict(), result == nil and vim.NIL or result)
    end, vim.api.nvim_get_current_buf())
  end
  if not client then
    return 0
  end
  local sent, number
  if method == 'jira/configure' then
    sent, number = unlogged(send)
  else
    sent, number = send()
  end
  return sent and number or 0
end

--- Whether the agent follows a buffer.
function M.is_attached(buffer)
  for _, client in ipairs(clients()) do
    if about(client) and vim.lsp.buf_is_attached(buffer, client.id) then
      return true
    end
  end
  return false
end

--- Where Neovim keeps the agent's diagnostics.
function M.diagnostics()
  local found = M.running()
  return found and vim.lsp.diagnostic.get_namespace(found.id) or nil
end

function M.cancel(id, number)
  local client = vim.lsp.get_client_by_id(id)
  if client then
    call(client, 'cancel_request', number)
  end
end

function M.stop(id)
  local client = vim.lsp.get_client_by_id(id)
  if client then
    M.mean_to_end()
    call(client, 'stop')
  end
end

return M
