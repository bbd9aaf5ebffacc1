--- :checkhealth jira
local M = {}

--- A module of its own until 0.7.
local health = vim.health or require('health')
local start = health.start or health.report_start
local ok = health.ok or health.report_ok
local info = health.info or health.report_info
local warn = health.warn or health.report_warn
local report_error = health.error or health.report_error

--- Milliseconds for the agent to start and to answer.
local patience = 20000

local function check_program()
  start('jira: the agent')
  local found = vim.fn['jira#agent#program#find']()
  if found.problem then
    report_error(found.problem, { ':help jira-install' })
    return false
  end
  ok('It is started as: ' .. table.concat(found.command, ' '))
  local node = vim.fn['jira#agent#program#node_version']()
  if #node == 0 then
    info('There is no Node.js by the name of g:jira_node; the agent may bring its own.')
  else
    info('Node.js ' .. table.concat(node, '.'))
  end
  return true
end

--- The answer to a request; nil where it does not come, or is an error that the user is told here.
local function ask(method, params)
  local answer
  local number = vim.fn['jira#health#ask'](method, params)
  vim.wait(patience, function()
    answer = vim.fn['jira#health#answer'](number)
    return answer.state ~= 'waiting'
  end, 20)
  if answer.state ~= 'done' then
    report_error(answer.problem or ('The agent did not answer ' .. method .. '.'))
    return nil
  end
  return answer.result
end

local function check_providers()
  start('jira: the configured Jiras')
  local result = ask('jira/providers', vim.empty_dict())
  if not result then
    return
  end
  info('The agent is run by: ' .. vim.fn['jira#agent#host']())
  if #result.providers == 0 then
    warn('No Jira is configured.', { ':Jira add' })
  end
  for _, provider in ipairs(result.providers) do
    local say = provider.state == 'connected' and ok or warn
    say(vim.fn['jira#providers#label'](provider))
  end
end

local function check_with_doctor()
  start('jira: the doctor')
  local result = ask('jira/doctor', vim.empty_dict())
  for _, finding in ipairs(result and result.findings or {}) do
    local say = ({ ok = ok, warning = warn, failed = report_error })[finding.outcome] or info
    local text = finding.check .. ': ' .. finding.detail
    if type(finding.hint) == 'string' and (say == warn or say == report_error) then
      say(text, { finding.hint })
    else
      say(text)
    end
  end
end

function M.check()
  local version = vim.version()
  start('jira: the editor')
  ok(('Neovim %d.%d.%d'):format(version.major, version.minor, version.patch))
  if check_program() then
    check_providers()
    check_with_doctor()
  end
end

return M
