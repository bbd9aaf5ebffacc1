--- Neovim's own ways of asking and showing, which the user may have replaced.
local M = {}

--- Has the user choose a line. Calls back `chosen` with its index from 0; -1 where it is dismissed.
function M.select(lines, prompt, chosen)
  vim.ui.select(lines, { prompt = prompt, kind = 'jira' }, function(_, index)
    vim.fn['jira#callbacks#call'](chosen, index and index - 1 or -1)
  end)
end

--- Asks for a line of text. Calls back `typed` with it; with nothing where it is dismissed.
function M.input(prompt, default, typed)
  vim.ui.input({ prompt = prompt, default = default }, function(text)
    vim.fn['jira#callbacks#call'](typed, text or '')
  end)
end

--- Shows lines over the text, until the cursor moves.
function M.float(lines, filetype)
  vim.lsp.util.open_floating_preview(lines, filetype, { border = 'rounded', max_width = 100, focus_id = 'jira' })
end

return M
