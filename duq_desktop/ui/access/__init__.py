"""Ways of pressing beside touch, mouse and keyboard: scanning by switches, dwelling."""
