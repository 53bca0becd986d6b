import TunebookCommands

await Tunebook.start()
