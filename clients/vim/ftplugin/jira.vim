" A list of issues, and what else this plugin shows in columns.

if exists('b:did_ftplugin')
  finish
endif
let b:did_ftplugin = 1

setlocal nolist nospell nonumber norelativenumber foldcolumn=0 nofoldenable
let b:undo_ftplugin = 'setlocal list< spell< number< relativenumber< foldcolumn< foldenable<'
