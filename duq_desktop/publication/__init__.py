"""What was published, across papers, copies of the folder and computers."""
